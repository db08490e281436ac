"""`trich feedback`: what readers said about answers in the chat."""

from __future__ import annotations

import argparse
import sys

from bot.commands.opening import print_json
from bot.settings import Settings


def run(args: argparse.Namespace) -> int:
    """Lists the feedback, oldest first."""
    from bot.web.feedback import Feedback

    feedback = Feedback.of(Settings.from_env())
    if args.as_dataset:
        for row in feedback.as_eval_rows():
            print_json(row)
        return 0
    for row in feedback.rows():
        if args.json:
            print_json(row)
        else:
            about = f" [{row['citation']}]" if row["citation"] else ""
            sys.stdout.write(
                f"{row['at']}  {row['kind']}{about}  {row['answer']['question']}  {row['comment']}\n".rstrip() + "\n"
            )
    return 0
