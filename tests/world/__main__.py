"""`./run torture`: the command itself; what it does is in torture.py, which processes can load."""

import sys

from tests.world.torture import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
