"""Starts the web chat on the seed articles; the same as `trich serve`. Settings come from the environment."""

import sys

from bot.cli import main

if __name__ == "__main__":
    sys.exit(main(["serve", *sys.argv[1:]]))
