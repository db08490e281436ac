"""From parsed arguments to a bot, filters and batch rows: what several commands share."""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Callable, Iterator
from datetime import date
from math import isfinite
from pathlib import Path
from typing import Any

from bot.engine import NewsBot
from bot.errors import QuestionError, SettingsError, TrichError
from bot.models import Filters
from bot.settings import Settings

_LINE_ENDS = {ord(end): f"\\u{ord(end):04x}" for end in "\x85\u2028\u2029"}
_FLAGS = ("base_url", "model", "passages", "verify", "strict", "fetch", "host", "port")


def settings_of(args: argparse.Namespace) -> Settings:
    """The settings of the environment with the flags on top."""
    flags = {name: value for name in _FLAGS if (value := getattr(args, name, None)) is not None}
    if getattr(args, "extractive", False):
        flags.update(base_url="", api_key="")
    return Settings.from_env(**flags)


def bot_of(args: argparse.Namespace) -> NewsBot:
    """The bot over `--articles` (default: the seeds) and `--index`."""
    return NewsBot.open(args.articles, index=args.index, settings=settings_of(args))


def filters_of(args: argparse.Namespace) -> Filters:
    """The filters of the flags; SettingsError for a day that is none."""
    since, until = _day(args.since, "--since"), _day(args.until, "--until")
    return Filters(tuple(args.article), tuple(args.outlet), tuple(args.language), since, until)


def _day(text: str | None, flag: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise SettingsError(f"{flag} wants a day as YYYY-MM-DD, not {text!r}.") from None


def question_of(text: str | None) -> str:
    """The question of the command line; QuestionError when there is none."""
    if text is None or not text.strip():
        raise QuestionError("The question is empty.")
    return text


def rows_of(file: str, required: tuple[str, ...]) -> Iterator[dict[str, Any]]:
    """The objects of a JSON Lines file ('-' is standard input); TrichError names the file and line of a bad one."""
    place = "standard input" if file == "-" else file
    try:
        data = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
        lines = re.split(r"\r\n?|\n", data.decode("utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        raise TrichError(f"{place} cannot be read: {reason}.") from None
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _row(line, f"{place} line {number}", required)


def _row(line: str, place: str, required: tuple[str, ...]) -> dict[str, Any]:
    try:
        row = json.loads(line, parse_float=_finite, parse_constant=_finite)
    except (ValueError, RecursionError):
        raise TrichError(f"{place} is not a JSON object.") from None
    if not isinstance(row, dict):
        raise TrichError(f"{place} is not a JSON object.")
    missing = [key for key in required if not isinstance(row.get(key), str)]
    if missing:
        raise TrichError(f"{place} lacks the text field {missing[0]!r}.")
    return row


def _finite(text: str) -> float:
    """A number that JSON can say again: neither NaN nor beyond what a float holds."""
    if not isfinite(number := float(text)):
        raise ValueError(text)
    return number


def print_batch(file: str, required: tuple[str, ...], reply: Callable[[dict[str, Any]], dict[str, Any]]) -> int:
    """One JSON line for each row, in order; a row that fails says so in its own line.

    Raises TrichError, after the last line, when a row failed.
    """
    rows, failed = list(rows_of(file, required)), 0
    for row in rows:
        try:
            answer = reply(row)
        except TrichError as error:
            answer, failed = {"schema": 1, "error": str(error)}, failed + 1
        print_json({"id": row.get("id"), **answer}, flush=True)
    if failed:
        raise TrichError(f"{failed} of {len(rows)} lines failed; their `error` says why.")
    return 0


def print_json(value: Any, *, indent: int | None = None, flush: bool = False) -> None:
    """JSON on stdout, readable Vietnamese kept as it is; what some readers take for the end of a line is escaped."""
    print(json.dumps(value, ensure_ascii=False, indent=indent).translate(_LINE_ENDS), flush=flush)  # noqa: T201 (stdout is the product here)
