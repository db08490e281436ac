"""`trich serve`: the web chat and the HTTP API."""

from __future__ import annotations

import argparse
from contextlib import closing

from bot.commands.opening import settings_of


def run(args: argparse.Namespace) -> int:
    """Serves until stopped."""
    from bot.web.serve import serve
    from bot.workspace import SharedWorkspace

    settings = settings_of(args)
    with closing(SharedWorkspace.open(args.articles, index=args.index, settings=settings)) as workspace:
        serve(workspace, settings)
    return 0
