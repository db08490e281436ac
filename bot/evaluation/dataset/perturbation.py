"""The same question as other people type it: NFD, without tones, with a typing error, tones placed otherwise, lower case.

A robust bot cites the same paragraphs for all of them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from hashlib import sha256

from bot.evaluation.dataset.cases import Case
from bot.language.words.normalise import fold

_WORD = re.compile(r"[^\W\d_]{5,}")
_PAIRS = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa", "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe",
    "oẹ": "ọe", "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip
_PLACED = {**_PAIRS, **{old: new for new, old in _PAIRS.items()}}
_PLACED_RE = re.compile(f"({'|'.join(_PLACED)})(?![a-zà-ỹ])", re.IGNORECASE)


def typo(text: str) -> str:
    """One typing error: two neighbouring letters inside a long word change places; the same text gets the same error.

    >>> typo("Who welcomed them?")
    'Who welocmed them?'
    """
    words = list(_WORD.finditer(text))
    if not words:
        return text
    dice = int.from_bytes(sha256(text.encode("utf-8", "surrogatepass")).digest()[:8])
    word = words[dice % len(words)]
    place = word.start() + 1 + (dice >> 16) % (len(word.group()) - 2)
    return text[:place] + text[place + 1] + text[place] + text[place + 2 :]


def tones_placed(text: str) -> str:
    """The other placement of the tone in oa, oe and uy: hòa and hoà are both in use.

    >>> tones_placed("hòa bình, thuỷ thủ")
    'hoà bình, thủy thủ'
    """
    plain = unicodedata.normalize("NFC", text)
    return _PLACED_RE.sub(lambda m: _like(_PLACED[m.group().lower()], m.group()), plain)


def _like(text: str, pattern: str) -> str:
    return "".join(c.upper() if p.isupper() else c for c, p in zip(text, pattern, strict=True))


def nfd(text: str) -> str:
    """Decomposed, as macOS hands it over."""
    return unicodedata.normalize("NFD", text)


PERTURBATIONS: Mapping[str, Callable[[str], str]] = {
    "nfd": nfd,
    "toneless": fold,
    "typo": typo,
    "tone_placement": tones_placed,
    "lower_case": str.lower,
}
"""By name: a function from a question to the question in another form."""


def variants(case: Case) -> Iterator[tuple[str, Case]]:
    """The forms of a case that differ from its own, by name; paraphrases are those that the data set gives."""
    for name, change in PERTURBATIONS.items():
        question = change(case.question)
        if question != case.question and (name != "toneless" or case.language == "vi"):
            yield name, replace(case, question=question)
    for number, question in enumerate(case.paraphrases, 1):
        yield f"paraphrase_{number}", replace(case, question=question)
