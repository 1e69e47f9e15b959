"""Start Waymark: its windows, or one command without them."""

import sys


def main(words: list[str]) -> int:
    """Do what the command line asks; gives the exit code."""
    from ui.commands.command_line import run

    return run(words)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
