"""How much of a claim's wording a text carries, and where: stems in the same language, the glossary across languages.

What counts is what two neighbouring sentences have: words scattered over a paragraph on the same subject say little.
(XQuAD, tuning articles: AUROC .996 en, .995 vi between the right paragraph and another of the same article.)
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from bot.language.lexicon.glossary import Glossary
from bot.language.words.normalise import fold
from bot.language.words.terms import Word, tokens, word_of
from bot.verification.evidence import SHARE, ClaimView, Evidence, pairs

_NEIGHBOUR = 0.3
"""What of a Vietnamese syllable's weight its neighbour has (XQuAD, tuning articles but the first: AUROC .9956 against .9948 without)."""
_SHORT = 3
"""A word of at most so many letters is not looked for as it is in the other language: `the` is also a syllable."""


_SHARE = re.compile(r"\b(?:(?:tỷ|tỉ) lệ(?: phần trăm)?|phần trăm|percentage|per ?cent)\b", re.IGNORECASE)


class Unit(NamedTuple):
    """Something that a claim says at `start`: one of the forms or whole phrases is enough; `weight` counts its words."""

    start: int
    forms: frozenset[str]
    phrases: tuple[frozenset[str], ...]
    weight: float

    def carried_by(self, forms: frozenset[str]) -> bool:
        """Whether these forms hold one of its forms, or one of its phrases whole."""
        return not self.forms.isdisjoint(forms) or (self.phrases != () and any(p <= forms for p in self.phrases))


class Wording(NamedTuple):
    """The share of the claim's words (0 to 1) that some `sentences` of a text carry, two neighbours at most.

    `best` is the sentence that has most of them by itself, the first of equals.
    """

    share: float
    sentences: tuple[int, ...]
    best: int


def wording(units: Sequence[Unit], text: Evidence) -> Wording:
    """Where a text carries most of what a claim says; a share of 1 when the claim has no content words."""
    whole = sum(u.weight for u in units)
    hits = [frozenset(i for i, unit in enumerate(units) if unit.carried_by(f)) for f in text.sentence_forms]

    def weight(found: frozenset[int]) -> float:
        """What a set of units, named by their place, weighs."""
        return sum(units[i].weight for i in found)

    best = max(range(len(hits)), key=lambda i: (weight(hits[i]), -i))
    sentences: tuple[int, ...] = (best,)
    most = weight(hits[best])
    for pair in text.neighbours:
        together = weight(hits[pair[0]] | hits[pair[1]])
        if together > most:
            sentences, most = pair, together
    return Wording(most / whole if whole else 1.0, sentences, best)


def units(claim: ClaimView) -> list[Unit]:
    """The content words of a claim; one typed without marks is also found in its folded form.

    A Vietnamese syllable is seldom a word: a part of its weight is for standing next to the same neighbour.
    """
    own = 1 - _NEIGHBOUR if claim.language == "vi" else 1.0
    words = [
        Unit(t.start, frozenset((t.stem, f"~{t.folded}") if t.text.isascii() else (t.stem,)), (), own)
        for t in claim.terms
    ]
    words = _counted(claim, words)
    return words + _pairs(claim) if claim.language == "vi" else words


def _counted(claim: ClaimView, words: list[Unit]) -> list[Unit]:
    """The words of a number also stand for its value, however the text writes it: `one hundred and forty-two` for 142; so do
    those of a share for `%`."""
    told = claim.facts.numbers
    if shares := [m.span() for m in _SHARE.finditer(claim.text)]:
        words = [u._replace(forms=u.forms | {SHARE}) if any(a <= u.start < b for a, b in shares) else u for u in words]
    if not told:
        return words
    values = {unit.start: [f"={v}" for n in told if n.start <= unit.start < n.end for v in n.values] for unit in words}
    return [unit._replace(forms=unit.forms.union(values[unit.start])) if values[unit.start] else unit for unit in words]


def _pairs(claim: ClaimView) -> list[Unit]:
    """For each content word of a claim, the word together with either neighbour."""
    order = {start: i for i, (start, _) in enumerate(claim.spans)}
    typed = any(not t.text.isascii() for t in claim.terms)
    both = pairs(claim.words) if typed else pairs([f"~{fold(w)}" for w in claim.words])
    beside = [frozenset(both[max(0, i - 1) : i + 1]) for i in range(len(claim.spans))]
    return [Unit(t.start, beside[order[t.start]], (), _NEIGHBOUR) for t in claim.terms]


def units_across(claim: ClaimView, glossary: Glossary) -> list[Unit]:
    """The content words and set phrases of a claim with their translations; a name also stands for itself."""
    words = [(word_of(token), start) for token, start, _ in tokens(claim.text)]
    plain = [not (w.stop_en if claim.language == "en" else w.stop_vi) for w, _ in words]
    found, done = [], 0
    for match in glossary.translations(claim.text, claim.language):
        found += [_itself(*words[i]) for i in range(done, match.start) if plain[i]]
        done = match.end
        if weight := sum(plain[match.start : match.end]):
            found.append(
                _translated(
                    match.alternatives, [w for w, _ in words[match.start : done]], words[match.start][1], weight
                )
            )
    return _counted(claim, found + [_itself(*words[i]) for i in range(done, len(words)) if plain[i]])


def _translated(alternatives: Sequence[Sequence[str]], words: Sequence[Word], start: int, weight: int) -> Unit:
    phrases = [frozenset(a) for a in alternatives if len(a) > 1]
    itself = frozenset(f"~{w.folded}" for w in words if len(w.folded) > _SHORT)
    return Unit(
        start, frozenset(a[0] for a in alternatives if len(a) == 1), (*phrases, *((itself,) if itself else ())), weight
    )


def _itself(word: Word, start: int) -> Unit:
    forms = (word.stem, f"~{word.folded}") if len(word.folded) > _SHORT or word.stem.isdigit() else ()
    return Unit(start, frozenset(forms), (), 1)
