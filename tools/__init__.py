"""Tools for the people who change Waymark; the program itself never uses them."""
