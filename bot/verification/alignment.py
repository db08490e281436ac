"""A claim that repeats a sentence but for a figure or a name says something else, even if the text has that elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from bot.language.name_index import akin
from bot.language.names import is_capital
from bot.language.normalise import fold
from bot.verification.evidence import ClaimView, Evidence

REPEATED = 0.7
"""Share of the claim's words, in order, from which on it counts as a repetition of the sentence."""
_SHORTEST, _LONGEST = 3, 5


def exchanged(claim: ClaimView, text: Evidence, index: int) -> str | None:
    """What the claim puts in place of a figure or name of sentence `index`, as a reason; None when nothing.

    Ratcliff and Obershelp's matching (Python's difflib) over words.
    """
    mine, theirs = claim.words, text.sentence_words[index]
    if len(mine) < _SHORTEST:
        return None
    matcher = SequenceMatcher(None, mine, theirs, autojunk=False)
    if matcher.real_quick_ratio() < 0.5:
        return None
    codes = matcher.get_opcodes()
    if sum(b - a for tag, a, b, _, _ in codes if tag == "equal") < REPEATED * len(mine):
        return None
    for tag, a, b, c, d in codes:
        if tag == "replace" and b - a <= _LONGEST and d - c <= _LONGEST:
            reason = _difference(
                claim, text, (a, b), (text.sentence_starts[index] + c, text.sentence_starts[index] + d)
            )
            if reason:
                return reason
    return None


def _difference(claim: ClaimView, text: Evidence, mine: tuple[int, int], theirs: tuple[int, int]) -> str | None:
    start, end = claim.spans[mine[0]][0], claim.spans[mine[1] - 1][1]
    other_start, other_end = text.token_spans[theirs[0]][0], text.token_spans[theirs[1] - 1][1]
    here = [n for n in claim.facts.numbers if n.certain and start <= n.start < end and not claim.answers(n.start)]
    there = {v for n in text.found.numbers if other_start <= n.start < other_end for v in n.values}
    wrong = [n for n in here if there and not there & set(n.values)]
    if wrong:
        return f"number:{claim.text[wrong[0].start : wrong[0].end]}"
    names = [n for n in claim.facts.names if start <= n.start < end and any(w.certain for w in n.words)]
    replaced = [n for n in text.found.names if other_start <= n.start < other_end and any(w.certain for w in n.words)]
    if names and replaced and not _shared(claim.text[start:end], text.text[other_start:other_end]):
        return f"name:{claim.text[names[0].start : names[0].end]}"
    return None


def _shared(one: str, two: str) -> bool:
    """Whether two spans have a capitalised word, or the beginning of one, in common."""
    mine, theirs = set(_capitals(one)), set(_capitals(two))
    initials = {"".join(w[0] for w in _capitals(s)) for s in (one, two)}
    if initials & {w[:4] for w in mine | theirs}:
        return True
    return any(a[:4] == b[:4] or akin(a, b) for a in mine for b in theirs)


def _capitals(text: str) -> Iterator[str]:
    return (fold(w) for w in text.replace("-", " ").split() if is_capital(w))
