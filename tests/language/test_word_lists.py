"""The word lists are data that people edit: every line is held to its form."""

import unicodedata
from collections import Counter
from importlib.resources import files

from bot.language.words.terms import stem


def rows(name: str) -> list[list[str]]:
    text = (files("bot.language") / name).read_text("utf-8")
    assert unicodedata.is_normalized("NFC", text)
    assert text.endswith("\n")
    assert "\r" not in text
    return [line.split("\t") for line in text.splitlines() if not line.startswith("#")]


def untidy(text: str) -> bool:
    return not text or text != " ".join(text.split()) or any(c in text for c in "()[]{}|#;")


class TestGlossary:
    ROWS = rows("lexicon/glossary.tsv")

    def test_every_line_has_a_head_its_equivalents_and_a_section(self) -> None:
        assert [row for row in self.ROWS if len(row) != 3] == []
        assert [row for row in self.ROWS if untidy(row[0]) or untidy(row[2])] == []

    def test_every_equivalent_is_words_and_stands_once(self) -> None:
        parts = [(row[0], row[1].split("; ")) for row in self.ROWS]
        assert [head for head, english in parts if any(map(untidy, english)) or len(set(english)) < len(english)] == []

    def test_no_head_stands_twice(self) -> None:
        assert [head for head, times in Counter(row[0] for row in self.ROWS).items() if times > 1] == []

    def test_no_equivalent_is_a_note_about_grammar(self) -> None:
        words = [(row[0], phrase) for row in self.ROWS for phrase in row[1].split("; ")]
        notes = ("plural marker", "tense marker", "classifier for", "gun classifier", "particle for", "e.g.", "etc.")
        assert [w for w in words if any(note in w[1] for note in notes)] == []


class TestIrregularForms:
    ROWS = rows("words/irregular.tsv")

    def test_every_line_has_a_form_its_base_and_a_kind(self) -> None:
        assert len(self.ROWS) >= 400
        for form, base, kind in self.ROWS:
            assert f"{form}{base}".isascii(), form
            assert f"{form}{base}".islower(), form
            assert kind in ("noun", "verb")

    def test_a_form_stands_once_and_its_base_is_no_other_form(self) -> None:
        forms = [form for form, _, _ in self.ROWS]
        assert len(forms) == len(set(forms))
        assert {base for _, base, _ in self.ROWS}.isdisjoint(forms)

    def test_a_form_has_the_stem_of_its_base(self) -> None:
        assert [form for form, base, _ in self.ROWS if stem(form) != stem(base)] == []
