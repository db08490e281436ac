"""`trich retrieve`: the ranked paragraphs, without an answer."""

from __future__ import annotations

import argparse
import sys
from typing import Any

from bot.commands.opening import bot_of, filters_of, print_batch, print_json, question_of
from bot.errors import SettingsError
from bot.present.terminal import passage_lines


def run(args: argparse.Namespace) -> int:
    """Ranks and prints."""
    filters = filters_of(args)
    question = None if args.batch else question_of(args.question)
    if not 1 <= args.limit <= 1000:
        raise SettingsError(f"--limit lies between 1 and 1000, not {args.limit}.")
    with bot_of(args) as bot:

        def reply(asked: str) -> dict[str, Any]:
            """The JSON of one retrieval, without an id."""
            passages = bot.retrieve(asked, limit=args.limit, filters=filters)
            return {"schema": 1, "question": asked, "passages": [p.to_dict() for p in passages]}

        if question is None:
            return print_batch(args.batch, ("question",), lambda row: reply(row["question"]))
        if args.json:
            print_json({"id": None, **reply(question)}, indent=2)
        else:
            passages = bot.retrieve(question, limit=args.limit, filters=filters)
            sys.stdout.write("\n".join(passage_lines(passages)) + "\n")
    return 0
