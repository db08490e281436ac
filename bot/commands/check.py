"""`trich check`: is a sentence carried by the collection, or by a given text?"""

from __future__ import annotations

import argparse
import sys
from typing import Any

from bot.commands.opening import bot_of, print_batch, print_json, settings_of
from bot.errors import QuestionError
from bot.models import Verdict
from bot.present.terminal import source_lines
from bot.verification.attribution import check_collection, check_text
from bot.verification.checker import RuleVerifier
from bot.wiring import glossary_of


def run(args: argparse.Namespace) -> int:
    """Checks and prints; a rejected claim is a result, so the status is 0."""
    glossary = glossary_of(settings_of(args))()
    if args.batch:
        verifier = RuleVerifier(glossary)

        def reply(row: dict[str, Any]) -> dict[str, Any]:
            """The verdict on one line of the batch."""
            return _reply(check_text(_claim(row["claim"]), row["text"], verifier=verifier))

        return print_batch(args.batch, ("claim", "text"), reply)
    claim = _claim(args.claim)
    with bot_of(args) as bot:
        verdict = check_collection(claim, bot.retriever, RuleVerifier(glossary, bot.library))
    if args.json:
        print_json({"schema": 1, "claim": claim, **_reply(verdict), "citations": _citations(verdict)}, indent=2)
        return 0
    sys.stdout.write(f"{verdict.support}\n")
    sys.stdout.write("".join(f"  {reason}\n" for reason in verdict.reasons))
    for citation in verdict.citations:
        sys.stdout.write("\n".join(["", *source_lines(citation)]) + "\n")
    return 0


def _claim(text: str | None) -> str:
    if not text or not text.strip():
        raise QuestionError("The claim is empty.")
    return text


def _reply(verdict: Verdict) -> dict[str, Any]:
    return {"support": verdict.support, "reasons": list(verdict.reasons)}


def _citations(verdict: Verdict) -> list[dict[str, Any]]:
    return [
        {"ref": c.paragraph.ref, "start": c.start, "end": c.end, "quote": c.quote, "text": c.paragraph.text}
        for c in verdict.citations
    ]
