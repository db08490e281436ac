"""Vietnamese typed without its marks, in part or whole -> the same words with them.

The likeliest sequence of syllables (Viterbi 1967): each place may be any syllable that the letters allow; words and
neighbours that texts on the same topic have, words of the glossary, and how people ask speak for one or the other.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from bot.language.lexicon.glossary import Glossary
from bot.language.spelling.frequent import COUNTED, FREQUENT, PHRASES
from bot.language.spelling.marks import allows, marks_typed
from bot.language.words.normalise import canonical, fold, press_spelling
from bot.language.words.syllables import is_syllable
from bot.language.words.terms import tokens, word_of

COMPOUND = 6.0
"""Log-weight of two neighbouring syllables that the glossary knows as one word."""
PHRASE = 8.0
"""The same for two that are often neighbours in questions."""
EDGE = 4
"""The same for one that often opens or closes a question."""
ASKED_FOR = 4.0
"""The same for a question word and what it may ask for."""
CASE = 3.0
"""What it costs when a name of the glossary is not typed as one, or a plain word is."""
NEIGHBOURS, SEEN = 2.0, 10.0
"""Log-weight of two syllables that a text has `n` times side by side: NEIGHBOURS * ln(1 + SEEN * n)."""
HEADWORD = 0.003
"""Count of a syllable for each headword of the glossary that has it."""
COMMON = 0.5
"""Count for the weight of a frequent one."""
OTHER_CASE = 0.3
"""What a syllable counts that texts have with a capital and the question without, or the other way round."""
BOUND = 0.2
"""What a syllable counts that is part of a longer word of a text."""
UNSEEN = 0.1
"""Count of a syllable that nothing speaks for."""

Forms = tuple[str, ...]


class Piece(NamedTuple):
    """Syllables that may stand at a place of the question, and the log-weight of their being one word."""

    forms: Forms
    weight: float


class _Path(NamedTuple):
    """Readings from the beginning on, and their log-weight."""

    weight: float
    forms: Forms


class _Seen(NamedTuple):
    """A syllable of a text: canonical, folded, whether capital, part of a longer word, right behind the last one."""

    form: str
    folded: str
    capital: bool
    bound: bool
    beside: bool


def with_marks(text: str, texts: Iterable[str], glossary: Glossary) -> str:
    """An NFC text with the marks that its words have in `texts`, which are about the same, or else most likely have.

    Marks that were typed stay; so do foreign words, numbers, capitals and all between the words.

    >>> with_marks("Ai da don Tong Bi thu?", ["Ông Kao đón Tổng Bí thư."], Glossary([]))
    'Ai đã đón Tổng Bí thư?'
    """
    found = list(tokens(text))
    evidence = _Evidence(["^", *(t for t, _, _ in found), "$"], texts, glossary)
    for (token, start, end), form in reversed(list(zip(found, _likeliest(evidence)[1:-1], strict=True))):
        text = text[:start] + _cased(form, token) + text[end:]
    return text


class _Evidence:
    """What speaks for one or another reading of some tokens."""

    def __init__(self, typed: Sequence[str], texts: Iterable[str], glossary: Glossary) -> None:
        self.typed = typed
        self.folded = [fold(t) for t in typed]
        self._glossary = glossary
        self._meant = marks_typed(typed)
        self._plain: dict[str, float] = defaultdict(float)
        self._names: dict[str, float] = defaultdict(float)
        self._before: dict[str, Counter[str]] = defaultdict(Counter)
        self._read_as: dict[str, set[str]] = {f: set(_readings(glossary).get(f, ())) for f in self.folded}
        for text in texts:
            self._read(_seen(text, glossary))

    def _read(self, text: Iterable[_Seen]) -> None:
        before: _Seen | None = None
        for seen in text:
            readings = self._read_as.get(seen.folded)
            if readings is None:
                before = None
                continue
            readings.add(seen.form)
            if before is not None and seen.beside:
                self._before[seen.form][before.form] += 1
            counts = self._names if seen.capital else self._plain
            counts[seen.form] += BOUND if seen.bound else 1.0
            before = seen

    def once(self, place: int) -> dict[str, float]:
        """The readings of a token and the log-weight of each."""
        token, folded = self.typed[place], self.folded[place]
        if not is_syllable(folded):
            return {token: 0.0}
        typed = word_of(token).canonical
        readings = {typed} | self._read_as[folded]
        counts = {f: UNSEEN + self._count(f, place) for f in readings if allows(typed, f, self._meant)}
        total = sum(counts.values())
        return {form: math.log(count / total) for form, count in counts.items()}

    def _count(self, form: str, place: int) -> float:
        capital = place > 1 and self.typed[place][0].isupper()
        same, other = (self._names, self._plain) if capital else (self._plain, self._names)
        known = _common(self._glossary).get(form, 0.0)
        if place == 1:
            return same[form] + other[form] + known
        return same[form] + OTHER_CASE * other[form] + (OTHER_CASE if capital else 1.0) * known

    def before(self, form: str) -> dict[str, float]:
        """The syllables that texts have right before one, and the log-weight of each."""
        if form not in self._before:
            return {}
        return {other: NEIGHBOURS * math.log1p(SEEN * n) for other, n in self._before[form].items()}

    def words(self) -> Iterator[tuple[int, Piece]]:
        """The words of several syllables that may stand at a place."""
        for place, head in self._glossary.toned(self.folded):
            forms = tuple(word_of(t).canonical for t, _, _ in tokens(head))
            typed = self.typed[place : place + len(forms)]
            weight = COMPOUND * (len(forms) - 1) - CASE * (_is_name(head.split()) != _is_name(typed))
            yield place, Piece(forms, weight)
        if self.folded[-2] in ("khong", "chua"):
            yield from ((place, Piece(("có",), ASKED_FOR)) for place, f in enumerate(self.folded) if f == "co")
        for place in range(len(self.folded)):
            for piece in _asking().get(self.folded[place], {}).get("".join(self.folded[place + 1 : place + 2]), ()):
                yield place, piece


def _is_name(words: Sequence[str]) -> bool:
    return words[-1][0].isupper()


def _likeliest(evidence: _Evidence) -> list[str]:
    """The best sequence of readings."""
    once = [evidence.once(place) for place in range(len(evidence.typed))]
    pieces: list[list[Piece]] = [[Piece((form,), 0.0) for form in readings] for readings in once]
    for place, piece in evidence.words():
        pieces[place].append(piece)
    best: list[dict[str, _Path]] = [{} for _ in range(len(once) + 1)]
    best[0][""] = _Path(0.0, ())
    for place, starting in enumerate(pieces):
        leading = max(best[place].values(), key=_weight_of)
        for piece in starting:
            own = _own_weight(piece, once[place : place + len(piece.forms)], evidence)
            if own is None:
                continue
            weight, forms = max([leading, *_joined(best[place], evidence.before(piece.forms[0]))], key=_weight_of)
            after, last = best[place + len(piece.forms)], piece.forms[-1]
            if last not in after or after[last].weight < weight + own:
                after[last] = _Path(weight + own, (*forms, *piece.forms))
    return list(max(best[-1].values(), key=_weight_of).forms)


def _joined(paths: dict[str, _Path], before: dict[str, float]) -> Iterator[_Path]:
    """The paths that end in a neighbour, heavier for it."""
    for form, weight in before.items():
        if form in paths:
            yield _Path(paths[form].weight + weight, paths[form].forms)


def _weight_of(path: _Path) -> float:
    return path.weight


def _own_weight(piece: Piece, once: Sequence[dict[str, float]], evidence: _Evidence) -> float | None:
    """The log-weight of a piece by itself; None where its letters are not those typed."""
    if len(once) < len(piece.forms):
        return None
    weight = piece.weight
    for n, (form, readings) in enumerate(zip(piece.forms, once, strict=True)):
        if form not in readings:
            return None
        weight += readings[form] + (evidence.before(form).get(piece.forms[n - 1], 0.0) if n else 0.0)
    return weight


@lru_cache(maxsize=1024)
def _seen(text: str, glossary: Glossary) -> tuple[_Seen, ...]:
    found = list(tokens(text))
    words = [word_of(t) for t, _, _ in found]
    bound = {
        i
        for m in glossary.translations([t for t, _, _ in found], "vi")
        if m.end - m.start > 1
        for i in range(m.start, m.end)
    }
    ends = [-2, *(e for _, _, e in found)]
    return tuple(
        _Seen(w.canonical, w.folded, t[0].isupper(), i in bound, s == ends[i] + 1)
        for i, ((t, s, _), w) in enumerate(zip(found, words, strict=True))
    )


@lru_cache(maxsize=4)
def _common(glossary: Glossary) -> dict[str, float]:
    """How common syllables are, whatever the topic."""
    counts = {syllable: HEADWORD * n for syllable, n in glossary.syllables.items()}
    for syllable, n in FREQUENT.items():
        form = canonical(syllable)
        counts[form] = counts.get(form, 0.0) + COMMON * n
    return counts


@lru_cache(maxsize=4)
def _readings(glossary: Glossary) -> dict[str, list[str]]:
    """The known syllables by their letters without marks."""
    readings: dict[str, list[str]] = defaultdict(list)
    for syllable in _common(glossary):
        readings[fold(syllable)].append(syllable)
    return dict(readings)


@lru_cache(maxsize=1)
def _asking() -> dict[str, dict[str, list[Piece]]]:
    """How people ask, by the first two syllables without marks."""
    pieces = [Piece(tuple(canonical(p).split()), _asking_weight(p)) for p in PHRASES]
    for counted in map(canonical, COUNTED):
        pairs = (("mấy", counted), ("nhiêu", counted), (counted, "nào"), (counted, "gì"))
        pieces += [Piece(pair, ASKED_FOR) for pair in pairs]
    found: dict[str, dict[str, list[Piece]]] = defaultdict(lambda: defaultdict(list))
    for piece in pieces:
        found[fold(piece.forms[0])][fold(piece.forms[1])].append(piece)
    return {first: dict(seconds) for first, seconds in found.items()}


def _asking_weight(phrase: str) -> float:
    edges = sum(phrase.count(edge) for edge in "^$")
    return PHRASE * (phrase.count(" ") - edges) + EDGE * edges


def _cased(form: str, token: str) -> str:
    """A reading in the capitals that were typed, spelt as newspapers do."""
    spelt = press_spelling(form)
    return "".join(c.upper() if t.isupper() else c for c, t in zip(spelt, token, strict=True))
