"""`trich ask`: one answer, or one for each line of a file."""

from __future__ import annotations

import argparse
import sys

from bot.commands.opening import bot_of, filters_of, print_batch, print_json, question_of
from bot.present.terminal import answer_lines


def run(args: argparse.Namespace) -> int:
    """Asks and prints; an abstention is a result, so the status is 0."""
    filters = filters_of(args)
    question = None if args.batch else question_of(args.question)
    with bot_of(args) as bot:
        if question is None:
            return print_batch(
                args.batch, ("question",), lambda row: bot.ask(row["question"], filters=filters).to_dict()
            )
        answer = bot.ask(question, filters=filters)
    if args.json:
        print_json(answer.to_dict(), indent=2)
    else:
        sys.stdout.write("\n".join(answer_lines(answer)) + "\n")
    return 0
