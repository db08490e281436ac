"""`trich chat`: a conversation in the terminal."""

from __future__ import annotations

import argparse
import sys

from bot.commands.opening import bot_of, filters_of
from bot.engine import NewsBot
from bot.errors import QuestionError
from bot.models import Answer, Conversation, Filters
from bot.present.terminal import answer_lines, source_lines

_HELP = "Type a question. /source N shows a cited paragraph, /new starts over, /quit ends (also Ctrl-D).\n"


def run(args: argparse.Namespace) -> int:
    """Reads questions until the end of input."""
    filters, conversation = filters_of(args), Conversation()
    with bot_of(args) as bot:
        sys.stdout.write(_HELP)
        while (line := _line()) is not None:
            if line in ("/quit", "/exit"):
                break
            conversation = _turn(bot, line, conversation, filters)
    return 0


def _line() -> str | None:
    try:
        return input("> ").strip()
    except EOFError:
        return None


def _turn(bot: NewsBot, line: str, conversation: Conversation, filters: Filters) -> Conversation:
    if line == "/new":
        return Conversation()
    if line.startswith("/"):
        sys.stdout.write(_source(line, conversation.last.answer if conversation.last else None))
        return conversation
    if not line:
        return conversation
    try:
        answer = bot.ask(line, conversation, filters)
    except QuestionError as error:
        sys.stdout.write(f"{error}\n")
        return conversation
    sys.stdout.write("\n".join(answer_lines(answer)) + "\n")
    return conversation.then(answer)


def _source(line: str, answer: Answer | None) -> str:
    command, _, number = line.partition(" ")
    citations = answer.citations or answer.nearest if answer else ()
    if command == "/source" and number.strip().isdecimal() and 1 <= int(number) <= len(citations):
        return "\n".join(source_lines(citations[int(number) - 1])) + "\n"
    return _HELP
