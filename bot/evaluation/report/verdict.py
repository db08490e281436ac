"""The verdict line of a run: what an outsider would want to know in one sentence, and what the run cannot show."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any


def verdict_of(metrics: Mapping[str, Any]) -> str:
    """One sentence: right, silent where due, structural faults, errors; INCOMPLETE when questions are missing."""
    right, told = metrics["figures"]["right"], metrics["abstention"]
    parts = [f"{100 * right['mean']:.1f} % right ({100 * right['low']:.1f} to {100 * right['high']:.1f})"]
    if told["answerable"]:
        parts.append(f"{100 * told['over_refusal']:.1f} % of the answerable refused")
    if told["answerable"] < metrics["n"]:
        parts.append(f"{100 * told['rejection_recall']:.1f} % of the unanswerable rejected")
    parts.append(_count(len(metrics["structural_faults"]), "structural citation fault"))
    parts.append(_count(len(metrics["errors"]), "error"))
    sentence = f"{metrics['n']} questions: {', '.join(parts)}."
    return sentence if metrics["complete"] else f"INCOMPLETE. {sentence}"


def _count(n: int, what: str) -> str:
    return f"{n or 'no'} {what}{'' if n == 1 else 's'}"


def limits_of(metrics: Mapping[str, Any]) -> list[str]:
    """What the run cannot show, each in a sentence."""
    n = metrics["n"]
    # A change flips about a tenth of the questions; the difference seen with 80 % power is then 2.8 * sqrt(.1 / n).
    visible = 100 * 2.8016 * (0.1 / n) ** 0.5
    told = [
        f"Differences under about {visible:.1f} points between two runs of these {n} questions are noise (80 % power, a "
        "tenth of the questions changing).",
        "Gold citations are the paragraphs that the data set names; another paragraph that also answers counts as wrong.",
    ]
    if not metrics["judged"]:
        told.append(
            "Nobody judged whether the cited words carry each sentence; --judge adds that, with the judge's name."
        )
    elif metrics["judged"]["judge"] == "lexical":
        told.append(
            "Support was judged by the bot's own rules, which let swapped common nouns pass: an alarm, no proof."
        )
    return told
