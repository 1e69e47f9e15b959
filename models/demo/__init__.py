"""An invented council, for trying the program out and for its tests. Nobody in it is real."""
