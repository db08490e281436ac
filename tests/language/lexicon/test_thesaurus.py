from itertools import combinations, permutations
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.lexicon.opposites import OPPOSITES
from bot.language.lexicon.phrase_table import keys_of
from bot.language.lexicon.thesaurus import Like, Thesaurus
from bot.language.words.stopwords import STOP_WORDS
from bot.language.words.terms import tokens
from bot.models import Language
from tests.language.test_word_lists import rows, untidy

LANGUAGES: tuple[Language, ...] = get_args(Language)
NEGATIVE = {"not", "never", "no", "without", "không", "chưa", "chẳng", "chả"}


def keys(member: str, language: Language) -> tuple[str, ...]:
    return tuple(keys_of((token for token, _, _ in tokens(member)), language))


LEAST, MOST, LONGEST, LEAST_KINDS = 6700, 24, 6, 600
"""Groups a language, members a group, words a member, general words with their kinds a language."""


@pytest.mark.parametrize("language", LANGUAGES)
class TestBuiltIn:
    def groups(self, language: Language) -> list[list[str]]:
        return [row[0].split("; ") for row in rows(f"lexicon/thesaurus_{language}.tsv")]

    def test_every_line_is_a_group_of_words_and_a_section(self, language: Language) -> None:
        lines = rows(f"lexicon/thesaurus_{language}.tsv")
        assert len(lines) == len(Thesaurus.load(language)) >= LEAST
        assert [row for row in lines if len(row) != 2 or untidy(row[1])] == []
        assert [g for g in self.groups(language) if len(g) < 2 or any(map(untidy, g)) or len(g) > MOST] == []
        assert [m for g in self.groups(language) for m in g if len(m.split()) > LONGEST or m[0].isdigit()] == []

    def test_no_group_stands_twice_or_inside_another(self, language: Language) -> None:
        groups = [frozenset(keys(m, language) for m in g) for g in self.groups(language)]
        homes: dict[tuple[str, ...], set[int]] = {}
        for place, group in enumerate(groups):
            for member in group:
                homes.setdefault(member, set()).add(place)
        inside = [group for group in groups if len(set.intersection(*(homes[m] for m in group))) > 1]
        assert inside == []

    def test_no_member_stands_twice_in_a_group(self, language: Language) -> None:
        assert [g for g in self.groups(language) if len({keys(m, language) for m in g}) < len(g)] == []

    def test_no_group_holds_opposites(self, language: Language) -> None:
        table = OPPOSITES[language]
        opposed = [
            (a, b)
            for group in self.groups(language)
            for a, b in combinations(group, 2)
            if " ".join(keys(b, language)) in table.get(" ".join(keys(a, language)), ())
        ]
        assert opposed == []

    def test_no_member_is_the_other_denied(self, language: Language) -> None:
        denied = []
        for group in self.groups(language):
            members = {keys(m, language) for m in group}
            for member in members:
                rest = tuple(word for word in member if word not in NEGATIVE)
                if rest != member and rest in members:
                    denied.append(group)
        assert denied == []

    def test_no_member_is_a_word_without_topic(self, language: Language) -> None:
        assert [m for g in self.groups(language) for m in g if m in STOP_WORDS[language]] == []

    def test_what_differs_in_fact_is_never_the_same(self, language: Language) -> None:
        thesaurus = Thesaurus.load(language)
        pairs = [pair for line in DIFFERENT[language] for pair in permutations(line.split(), 2)]
        assert [pair for pair in pairs if says(thesaurus, *pair)] == []


@pytest.mark.parametrize("language", LANGUAGES)
class TestBuiltInKinds:
    def kinds(self, language: Language) -> list[tuple[str, list[str]]]:
        return [(row[0], row[1].split("; ")) for row in rows(f"lexicon/kinds_{language}.tsv")]

    def test_every_line_is_a_word_what_is_one_and_a_section(self, language: Language) -> None:
        lines = rows(f"lexicon/kinds_{language}.tsv")
        assert len(lines) >= LEAST_KINDS
        assert [row for row in lines if len(row) != 3 or untidy(row[0]) or untidy(row[2])] == []
        assert [general for general, kinds in self.kinds(language) if any(map(untidy, kinds))] == []

    def test_a_word_stands_once_and_is_no_kind_of_itself(self, language: Language) -> None:
        heads = [keys(general, language) for general, _ in self.kinds(language)]
        assert len(heads) == len(set(heads))
        members = [[keys(kind, language) for kind in kinds] for _, kinds in self.kinds(language)]
        assert [h for h, kinds in zip(heads, members, strict=True) if h in kinds or len(set(kinds)) < len(kinds)] == []

    def test_no_kind_is_the_opposite_of_its_general_word(self, language: Language) -> None:
        table = OPPOSITES[language]
        pairs = [(keys(general, language), keys(k, language)) for general, kinds in self.kinds(language) for k in kinds]
        assert [pair for pair in pairs if " ".join(pair[1]) in table.get(" ".join(pair[0]), ())] == []

    def test_a_general_word_is_met_by_its_kinds_and_not_the_other_way_round(self, language: Language) -> None:
        general, kind = {"en": ("player", "goalkeeper"), "vi": ("cầu thủ", "thủ môn")}[language]
        assert says(Thesaurus.load(language), general, kind)
        assert not says(Thesaurus.load(language), kind, general)


def says(thesaurus: Thesaurus, one: str, other: str) -> bool:
    found = thesaurus.alike(one.replace("_", " "))
    return any(keys(other.replace("_", " "), thesaurus.language) in like.phrases for like in found)


DIFFERENT: dict[Language, tuple[str, ...]] = {
    "en": (
        "kill injure", "die injure", "lawyer judge prosecutor", "goalkeeper striker defender", "red blue green",
        "father mother", "husband wife", "son daughter", "doctor nurse patient", "teacher student", "buyer seller",
        "north south", "morning evening", "import export", "accept refuse", "arrest release", "win lose draw",
        "flood drought", "president minister ambassador", "army police", "hour day week month year", "land sea",
        "employer employee", "lend borrow", "teach learn", "push pull", "rich poor", "strong weak", "hot cold",
        "heart lung liver kidney", "gold silver bronze", "million billion", "start finish", "rise fall",
    ),
    "vi": (
        "chết bị_thương", "luật_sư thẩm_phán", "thủ_môn tiền_đạo hậu_vệ", "đỏ xanh vàng", "bố mẹ", "vợ chồng",
        "con_trai con_gái", "bác_sĩ y_tá bệnh_nhân", "giáo_viên học_sinh", "sáng chiều tối", "nhập_khẩu xuất_khẩu",
        "chấp_nhận từ_chối", "bắt thả", "thắng thua hòa", "lũ hạn_hán", "chủ_tịch bộ_trưởng đại_sứ",
        "quân_đội công_an", "giờ ngày tuần tháng năm", "vay cho_vay", "tăng giảm", "bắt_đầu kết_thúc", "tim phổi gan thận",
        "triệu tỷ", "giàu nghèo", "mạnh yếu", "nóng lạnh", "ủng_hộ phản_đối", "vàng bạc đồng", "dạy học",
    ),
}  # fmt: skip


class TestLookUp:
    ENGLISH = Thesaurus(["gift; present; souvenir", "present; hand over; award", "gift shop; souvenir stall"], "en")
    VIETNAMESE = Thesaurus(["vợ; phu nhân", "đi cùng; tháp tùng"], "vi")

    def test_a_word_of_several_groups_is_like_the_members_of_each(self) -> None:
        (like,) = self.ENGLISH.alike("presented")
        assert like.phrases == (("gift",), ("souvenir",), ("hand", "over"), ("award",))

    def test_a_part_of_a_phrase_does_not_stand_for_it(self) -> None:
        (like,) = Thesaurus(["organ donor; donor; giver of an organ"], "en").alike("organ donor")
        assert like.phrases == (("giver", "of", "an", "organ"),)

    def test_groups_do_not_join(self) -> None:
        (like,) = self.ENGLISH.alike("gift")
        assert ("award",) not in like.phrases

    def test_the_longest_member_wins(self) -> None:
        assert self.ENGLISH.alike("the gift shops") == [Like(1, 3, (("souvenir", "stall"),))]

    def test_a_word_with_function_words_is_like_what_it_is_alone_too(self) -> None:
        thesaurus = Thesaurus(["proud of; pleased with", "proud; pride", "of; with"], "en")
        assert thesaurus.alike("proud of")[0].phrases == (("pleas", "with"), ("pride",))

    def test_kinds_are_found_by_the_general_word_alone(self) -> None:
        thesaurus = Thesaurus(["boat; craft"], "en", [("boat", "ferry; canoe")])
        assert thesaurus.alike("boats") == [Like(0, 1, (("craft",), ("ferri",), ("cano",)))]
        assert thesaurus.alike("ferry") == []

    def test_capitals_make_no_difference(self) -> None:
        assert Thesaurus(["PM; prime minister"], "en").alike("the PM") == [Like(1, 2, (("prime", "minist"),))]

    def test_vietnamese_with_and_without_tones(self) -> None:
        assert self.VIETNAMESE.alike("Ai tháp tùng phu nhân?") == [
            Like(1, 3, (("đi", "cùng"),)),
            Like(3, 5, (("vợ",),)),
        ]
        assert [like.phrases for like in self.VIETNAMESE.alike("vo")] == [(("phu", "nhân"),)]

    def test_its_groups_can_be_read(self) -> None:
        assert list(self.VIETNAMESE) == [("vợ", "phu nhân"), ("đi cùng", "tháp tùng")]

    @given(st.text(max_size=60))
    def test_any_text_has_places_in_order(self, text: str) -> None:
        count = len(list(tokens(text)))
        at = 0
        for like in self.ENGLISH.alike(text):
            assert at <= like.start < like.end <= count
            at = like.end
