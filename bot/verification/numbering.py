"""Is a claim's place in a series, or multiple, the text's? `fourth quarter` for `third quarter`, `tripled` for `doubled` are not."""

from __future__ import annotations

from bot.language.figures.series import MULTIPLE, series
from bot.verification.evidence import ClaimView, Evidence


def misnumbered(claim: ClaimView, text: Evidence) -> list[str]:
    """The places in a series, as the claim writes them, of which the text has others only.

    Across languages the things of a series have other names, so that only multiples are compared.

    >>> misnumbered(ClaimView("Sales fell in the fourth quarter.", "en"), Evidence("They fell in Q3.", "en"))
    ['fourth quarter']
    """
    mine = series(claim.text, claim.language)
    theirs = {(p.thing, p.value) for p in series(text.text, text.language)} if mine else set()
    things = {thing for thing, _ in theirs if thing == MULTIPLE or claim.language == text.language}
    wrong = [p for p in mine if p.certain and p.thing in things and (p.thing, p.value) not in theirs]
    return list(dict.fromkeys(claim.text[p.start : p.end] for p in wrong))
