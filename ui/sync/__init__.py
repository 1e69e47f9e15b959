"""What a person sees of sharing: the rounds, the page Sync, and connecting to the council."""
