"""Of whom does the text say it? A rise or fall told of another thing, or words that another speaker said, leave a claim open."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from bot.language.sentences.boundaries import Span
from bot.language.words.terms import content_terms, tokens, word_of
from bot.models import Language
from bot.verification.evidence import ClaimView, Evidence
from bot.verification.stretches import named, stretches
from bot.verification.wording import Unit

_ENDS = ".!?\n"
_MOVES: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:(?P<up>rose|risen|ris(?:es|ing)|increased|increases|grew|grown|grows|gained|climb(?:s|ed)|jump(?:s|ed)|surg(?:es|ed))|"
        r"fell|falls|fallen|decreased|decreases|declin(?:es|ed)|drop(?:s|ped)|shrank|shrinks|slump(?:s|ed)|plunge[sd]|"
        r"slipped|slid|tumbled|dipped|sank|los(?:t|es)(?= \d))\b"
    ),
    "vi": re.compile(
        r"(?<!gia )(?<!sự )(?<!mức )\b(?:(?P<up>tăng(?! (?:cường|trưởng|lữ|tốc)))|"
        r"giảm(?! (?:thiểu|nhẹ|tải|đốc|tốc))|sụt)\b"
    ),
}
_SAYS: dict[Language, re.Pattern[str]] = {
    "en": re.compile(
        r"\b(?:(?P<by>according to)|said|says|told|added|adds|announced|stated|noted|explained|argued|warned|insisted|claimed|stressed|commented|reported)\b",
        re.IGNORECASE,
    ),
    "vi": re.compile(
        r"\b(?:(?P<by>theo(?! (?:dõi|đuổi|đó|kế hoạch)))|nói|cho biết|cho rằng|khẳng định|nhấn mạnh|tuyên bố|cho hay|cảnh báo|lập luận|"
        r"nhận định|phát biểu|lưu ý|bày tỏ|thông báo)\b",
        re.IGNORECASE,
    ),
}
SAID = 0.6
"""Share of what a claim reports that a speaker's words must have, to be taken for the same."""

FEW = 3
"""With fewer content words, what follows a word of speech tells no more than where or when it was said."""


class Saying(NamedTuple):
    """Words of a text that the `speakers` (folded names, maybe none) are reported to have said."""

    speakers: frozenset[str]
    parts: tuple[Span, ...]


def told_otherwise(claim: ClaimView, said: Sequence[Unit], text: Evidence) -> list[str]:
    """As reasons, what a statement tells of one thing or speaker, and the text of another alone."""
    if claim.asserted != len(claim.text):
        return []
    return [*_other_ways(claim, said, text), *_other_speakers(claim, said, text), *_other_figures(claim, said, text)]


def _ways(text: str, language: Language) -> Iterator[tuple[bool, str, Span]]:
    """For each clause with one word for a rise or fall: whether it is a rise, the word, and the words before it.

    A clause that begins with the word is told of what the clause before it is told of.
    """
    before = Span(0, 0)
    for clause in stretches(text):
        match = _MOVES[language].search(text, clause.start, clause.end)
        head = Span(clause.start, match.start() if match else clause.end)
        if content_terms(head.of(text), language):
            before = head
        if match:
            yield match["up"] is not None, match.group(), before


def _other_ways(claim: ClaimView, said: Sequence[Unit], text: Evidence) -> Iterator[str]:
    theirs = list(_ways(text.text, text.language)) if _MOVES[claim.language].search(claim.text) else []
    for up, word, head in _ways(claim.text, claim.language) if theirs else ():
        subject = [u for u in said if head.start <= u.start < head.end]
        if not subject or not all(u.forms or u.phrases for u in subject):
            continue
        found = {way for way, _, span in theirs if all(u.carried_by(text.forms(span)) for u in subject)}
        if found == {not up}:
            yield f"opposite:{word}"


@lru_cache(maxsize=1024)
def _sayings(text: str, language: Language) -> tuple[Saying, ...]:
    """What `_reported` finds, remembered."""
    return tuple(_reported(text, language)) if _SAYS[language].search(text) else ()


def _reported(text: str, language: Language) -> Iterator[Saying]:
    """What a text reports, speaker by speaker.

    A clause without a word of speech goes on with what was said before it, unless it names somebody; words of speech that say
    little (`he said on Friday`) close what stands before them.
    """
    found: Saying | None = None
    open_parts: list[Span] = []
    for clause in stretches(text):
        match = _SAYS[language].search(text, clause.start, clause.end)
        if match and match["by"] and language == "vi" and text[clause.start : match.start()].strip():
            match = None
        if not clause.start or text[clause.start - 1] in _ENDS:
            open_parts = []
        if match is None:
            open_parts.append(clause)
            if found and named(clause.of(text)):
                yield found
                found = None
            found = found and found._replace(parts=(*found.parts, clause))
            continue
        if found:
            yield found
        before, after = Span(clause.start, match.start()), Span(match.end(), clause.end)
        by = match["by"] is not None
        whole = before if by else after
        told = (whole,) if len(content_terms(whole.of(text), language)) >= FEW else (whole, *open_parts)
        found = Saying(named((after if by else before).of(text)), told)
        open_parts = []
    if found:
        yield found


def _other_speakers(claim: ClaimView, said: Sequence[Unit], text: Evidence) -> Iterator[str]:
    for speakers, parts in _sayings(claim.text, claim.language):
        units = [u for u in said if any(p.start <= u.start < p.end for p in parts)]
        if not speakers or not units:
            continue
        theirs = [s for s in _sayings(text.text, text.language) if s.speakers and _holds(units, s.parts, text)]
        if theirs and all(speakers.isdisjoint(s.speakers) for s in theirs):
            yield f"speaker:{_as_written(claim.text, speakers)}"


def _holds(units: Sequence[Unit], parts: Sequence[Span], text: Evidence) -> bool:
    forms = frozenset().union(*(text.forms(p) for p in parts))
    return _weight(units, forms) >= SAID * sum(u.weight for u in units)


def _other_figures(claim: ClaimView, said: Sequence[Unit], text: Evidence) -> Iterator[str]:
    """The figures of a claim that the text has where it names others alone, and another of their kind where it names the same."""
    figures = [n for n in claim.facts.numbers if n.certain] if len(text.found.numbers) > 1 else []
    names = named(claim.text) if figures else frozenset()
    claimed = {v for n in claim.facts.numbers for v in n.values}
    spans = list(stretches(text.text)) if figures else []
    for figure in figures if names else ():
        own = [s for n in text.found.numbers if not claimed.isdisjoint(n.values) for s in spans if s.has(n.start)]
        likes = (n for n in text.found.numbers if n.unit == figure.unit and n.certain and claimed.isdisjoint(n.values))
        others = [s for n in likes for s in spans if s.has(n.start)]
        heads = [named(s.of(text.text)) for s in own]
        if not own or not all(h and h.isdisjoint(names) for h in heads):
            continue
        most = max(_weight(said, text.forms(s)) for s in own)
        if any(named(s.of(text.text)) & names and _weight(said, text.forms(s)) > most for s in others):
            yield f"number:{claim.text[figure.start : figure.end]}"


def _weight(said: Sequence[Unit], forms: frozenset[str]) -> float:
    return sum(u.weight for u in said if u.carried_by(forms))


def _as_written(text: str, folded: frozenset[str]) -> str:
    return " ".join(token for token, _, _ in tokens(text) if word_of(token).folded in folded)
