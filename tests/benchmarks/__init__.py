"""How fast Waymark is, each figure beside a peer measured in the same run: see __main__."""
