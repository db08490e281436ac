"""Derives bot/language/lexicon/word_classes.txt (verbs, adjectives, set function phrases) from the glossary's sections.

    python training/word_classes.py

A line is a class, a tab and its words, `|` between. English words are stems where inflection matters. The same glossary
and irregular forms give the same file.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from bot.answering.text.word_classes import ADJECTIVE_ENDINGS, NOUN_ENDINGS
from bot.language.words.stopwords import STOP_WORDS
from bot.language.words.terms import stem, tokens, word_of
from bot.models import Language

LANGUAGE = ROOT / "bot" / "language"
OUT = LANGUAGE / "lexicon" / "word_classes.txt"
TOPICLESS = frozenset({"phrase", "function", "place", "people"})
"""Sections whose equivalents say nothing of a last word's class."""

NAMED = (
    ("place", False, frozenset({"place", "city", "name"})),
    ("people", True, frozenset({"people", "occupation"})),
    ("title", True, frozenset({"title"})),
)
"""Classes of names: whether the last English word alone tells, and their sections."""


def rows(file: str) -> Iterator[list[str]]:
    """The columns of each line of a word list."""
    for line in (LANGUAGE / file).read_text("utf-8").splitlines():
        if line and line[0] != "#":
            yield line.split("\t")


class Counts:
    """How often a word opens an equivalent of a verb, is an adjective, ends a noun phrase."""

    def __init__(self) -> None:
        self.verbs: Counter[str] = Counter()
        self.nouns: Counter[str] = Counter()
        self.adjectives: set[str] = set()
        self.forms: set[str] = set()
        for _, english, section in rows("lexicon/glossary.tsv"):
            for phrase in english.lower().split("; "):
                self._count([t for t, _, _ in tokens(phrase)], section)

    def _count(self, words: list[str], section: str) -> None:
        if not words:
            return
        if section == "verb":
            self.verbs[stem(words[0])] += 1
        elif section == "adjective":
            self.adjectives.update(words if len(words) == 1 else ())
        elif section not in TOPICLESS:
            self.nouns[stem(words[-1])] += 1
            self.forms.add(words[-1])

    def verb_share(self, english: str, section: str) -> float:
        """The share of the first three equivalents that read as a verb."""
        return _share([self._is_verb(w, section) for w in _first(english)])

    def adjective_share(self, english: str) -> float:
        """The share of the first three equivalents that read as an adjective."""
        return _share([self._is_adjective(w) for w in _first(english)])

    def _is_verb(self, words: list[str], section: str) -> bool:
        first = words[0]
        led = len(words) == 1 or section == "verb" or {words[-1], words[1]} & STOP_WORDS["en"]
        key = stem(first.lower())
        return self.verbs[key] > self.nouns[key] and not first.endswith(NOUN_ENDINGS) and first.islower() and bool(led)

    def _is_adjective(self, words: list[str]) -> bool:
        shaped = words[-1] in self.adjectives or (len(words) == 1 and words[-1].endswith(ADJECTIVE_ENDINGS))
        return shaped and not self.nouns[stem(words[-1].lower())]


def _first(english: str) -> list[list[str]]:
    return list(filter(None, ([t for t, _, _ in tokens(phrase)] for phrase in english.split("; ")[:3])))


def _share(found: list[bool]) -> float:
    return sum(found) / len(found) if found else 0.0


def vietnamese(counts: Counts) -> dict[str, set[str]]:
    """The headwords by class; what is not named is a noun."""
    sections: dict[str, set[str]] = {}
    verb: dict[str, float] = {}
    adjective: dict[str, float] = {}
    for head, english, section in rows("lexicon/glossary.tsv"):
        key = " ".join(word_of(t).canonical for t, _, _ in tokens(head))
        sections.setdefault(key, set()).add(section)
        verb[key] = max(verb.get(key, 0.0), counts.verb_share(english, section))
        adjective[key] = max(adjective.get(key, 0.0), counts.adjective_share(english))
    classes: dict[str, set[str]] = {name: set() for name in ("vi_function", "vi_adjective", "vi_verb", "vi_mixed")}
    for key, held in sections.items():
        name = _class(key, held, verb[key], adjective[key])
        if name:
            classes[name].add(key)
    return classes


def _class(key: str, held: set[str], verb: float, adjective: float) -> str:
    if held == {"adjective"} or held == {"verb", "adjective"}:
        return "vi_adjective"
    if "function" in held and " " in key:
        return "vi_function"
    if held == {"verb"} or verb >= 0.6:
        return "vi_verb"
    return "vi_adjective" if adjective >= 0.6 else "vi_mixed" if verb >= 0.3 else ""


def listed(sections: frozenset[str], *, last: bool) -> dict[Language, set[str]]:
    """What some sections name, in both languages, without marks; of English the last word alone where it tells."""
    found: dict[Language, set[str]] = {"en": set(), "vi": set()}
    for head, english, held in rows("lexicon/glossary.tsv"):
        if held in sections:
            found["vi"].add(" ".join(word_of(t).folded for t, _, _ in tokens(head)))
            for phrase in english.split("; "):
                words = [word_of(t).folded for t, _, _ in tokens(phrase)]
                found["en"].update([" ".join(words[-1:] if last else words)] if words else ())
    return found


def main() -> None:
    """Writes the file."""
    counts = Counts()
    classes = {
        "en_verb": set(counts.verbs),
        "en_mostly_verb": {w for w, n in counts.verbs.items() if n >= counts.nouns[w]},
        "en_adjective": {w for w in counts.adjectives if not counts.nouns[stem(w)]},
        "en_noun": {w for w in counts.forms if w.endswith(ADJECTIVE_ENDINGS) and counts.nouns[stem(w)] > 1},
        "en_past": {form for form, _, kind in rows("words/irregular.tsv") if kind == "verb"},
        **vietnamese(counts),
        **{
            f"{language}_{name}": found - STOP_WORDS[language]
            for name, last, sections in NAMED
            for language, found in listed(sections, last=last).items()
        },
    }
    lines = ["# Derived from the glossary and the irregular forms by training/word_classes.py."]
    lines += [f"{name}\t{'|'.join(sorted(words))}" for name, words in classes.items()]
    OUT.write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
