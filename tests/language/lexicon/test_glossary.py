from pathlib import Path

import pytest

from bot.errors import SettingsError
from bot.language.lexicon.glossary import Entry, Glossary, Match
from bot.language.lexicon.phrase_table import keys_of
from bot.language.words.normalise import canonical, fold
from bot.language.words.terms import token_texts

ENTRIES = [
    Entry("ban", ("board",)),
    Entry("ban thư ký", ("secretariat",)),
    Entry("ban thư ký ASEAN", ("ASEAN Secretariat",)),
    Entry("tham dự", ("to attend", "take part in")),
    Entry("bàn", ("table", "to discuss")),
    Entry("hoà bình", ("peace",)),
    Entry("đón", ("welcome", "receive")),
    Entry("hoan nghênh", ("welcome",)),
]


@pytest.fixture
def glossary() -> Glossary:
    return Glossary(ENTRIES)


def spans(matches: list[Match]) -> list[tuple[int, int]]:
    return [(m.start, m.end) for m in matches]


def test_the_longest_entry_wins(glossary: Glossary) -> None:
    (match,) = glossary.translations("Ban Thư ký ASEAN", "vi")
    assert match.alternatives == (("asean", "secretariat"),)


def test_a_whole_phrase_is_looked_up_alone(glossary: Glossary) -> None:
    assert glossary.whole(["ban", "thư", "ký"], "vi") == (("secretariat",),)
    assert glossary.whole(["ban", "thu", "ky"], "vi") == (("secretariat",),)
    assert glossary.whole(["thư", "ký"], "vi") == glossary.whole([], "vi") == ()


def test_matches_do_not_overlap_and_keep_their_places(glossary: Glossary) -> None:
    assert spans(glossary.translations("Ông tham dự Ban Thư ký hôm nay", "vi")) == [(1, 3), (3, 6)]


def test_english_is_found_by_stems_and_without_its_infinitive_mark(glossary: Glossary) -> None:
    matches = glossary.translations("She attended and welcomed us", "en")
    assert [m.alternatives for m in matches] == [(("tham", "dự"),), (("đón",), ("hoan", "nghênh"))]


def test_both_tone_placements_find_an_entry(glossary: Glossary) -> None:
    assert spans(glossary.translations("hòa bình", "vi")) == spans(glossary.translations("hoà bình", "vi")) == [(0, 2)]


def test_toneless_words_find_all_entries_that_fold_to_them(glossary: Glossary) -> None:
    (match,) = glossary.translations("ban", "vi")
    assert match.alternatives == (("board",), ("tabl",), ("discuss",))


def test_a_marked_question_does_not_use_folded_forms(glossary: Glossary) -> None:
    assert glossary.translations("đơn hoa binh", "vi") == []


def test_tokens_may_be_given_ready_made(glossary: Glossary) -> None:
    assert spans(glossary.translations(["the", "peace"], "en")) == [(1, 2)]


def test_nothing_is_found_in_nothing(glossary: Glossary) -> None:
    assert glossary.translations("", "vi") == glossary.translations([], "en") == []
    assert Glossary([]).translations("ban", "vi") == []


class TestBuiltIn:
    def test_it_is_large_and_loaded_once(self) -> None:
        glossary = Glossary.load()
        assert len(glossary) >= 10_000
        assert Glossary.load() is glossary

    def test_every_line_has_a_headword_and_english_words(self) -> None:
        for entry in Glossary.load():
            assert entry.vietnamese.strip() == entry.vietnamese != ""
            assert entry.english
            assert all(word.strip() == word != "" for word in entry.english), entry

    @pytest.mark.parametrize(
        ("vietnamese", "english"),
        [
            ("tổng bí thư", "general secretary"),
            ("đại sứ", "ambassador"),
            ("thủ đô", "capital"),
            ("hợp tác", "cooperation"),
        ],
    )
    def test_the_language_of_news_is_in_it_in_both_directions(self, vietnamese: str, english: str) -> None:
        glossary = Glossary.load()
        expected = tuple(
            m for m in Glossary([Entry(vietnamese, (english,))]).translations(vietnamese, "vi")[0].alternatives
        )
        assert set(expected) <= set(glossary.translations(vietnamese, "vi")[0].alternatives)
        back = glossary.translations(english, "en")[0].alternatives
        assert tuple(canonical(vietnamese).split()) in back

    def test_it_is_found_without_tones(self) -> None:
        (match,) = Glossary.load().translations(fold("đại sứ quán"), "vi")
        assert ("embassi",) in match.alternatives


class TestOwnTerms:
    def own(self, tmp_path: Path, text: str) -> Path:
        path = tmp_path / "terms.tsv"
        path.write_text(text, encoding="utf-8")
        return path

    def test_they_come_before_the_built_in_ones(self, tmp_path: Path) -> None:
        path = self.own(tmp_path, "# the ministry's list\nđại sứ\tHead of Mission; envoy\n\nsao la\tsaola\tanimal\n")
        glossary = Glossary.load(path)
        assert glossary.translations("đại sứ", "vi")[0].alternatives[:2] == (("head", "mission"), ("envoy",))
        assert glossary.translations("sao la", "vi")[0].alternatives[0] == ("saola",)
        assert len(glossary) == len(Glossary.load()) + 2

    @pytest.mark.parametrize(
        "line", ["không có cột", "a\tb\tc\td", "\tenglish", "đón\t ; ", "đón\t", "!!!\tenglish", "a\t" + "b" * 3000]
    )
    def test_a_bad_line_is_named(self, tmp_path: Path, line: str) -> None:
        path = self.own(tmp_path, f"đón\twelcome\n{line}\n")
        with pytest.raises(SettingsError, match=r"terms\.tsv, line 2"):
            Glossary.load(path)

    def test_a_file_that_is_missing_or_not_text_is_named(self, tmp_path: Path) -> None:
        with pytest.raises(SettingsError, match=r"none\.tsv"):
            Glossary.load(tmp_path / "none.tsv")
        (tmp_path / "bytes.tsv").write_bytes(b"\xff\xfe\x00")
        with pytest.raises(SettingsError, match="TRICH_GLOSSARY"):
            Glossary.load(tmp_path / "bytes.tsv")


def test_the_english_words_of_a_text_are_those_of_its_best_translations() -> None:
    glossary = Glossary.load()
    for text in ("Tổng Bí thư thăm Ban Thư ký ASEAN tại Jakarta hôm thứ Hai.", "hoan nghenh doan dai bieu", ""):
        best = {word for m in glossary.translations(text, "vi") for words in m.alternatives[:2] for word in words}
        assert glossary.words_in_english(keys_of(token_texts(text), "vi"), 2) == best
