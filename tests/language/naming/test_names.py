import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.language.naming.name_index import NameIndex
from bot.language.naming.names import is_syllable, names
from bot.models import Language


def found(text: str, language: Language) -> list[str]:
    return [text[n.start : n.end] for n in names(text, language)]


def index_holds(name: str, text: str, language: Language = "en") -> bool:
    return not NameIndex(text, language).missing(names(f"with {name} there", language)[0])


def contradicted(name: str, text: str, language: Language = "en") -> bool:
    return NameIndex(text, language).contradicts(names(f"with {name} there", language)[0])


def test_runs_of_capitals_with_particles() -> None:
    text = "On Monday Lâm’s wife met the Committee of Permanent Representatives and Ludwig van Beethoven."
    assert found(text, "en") == ["Monday", "Lâm’s", "Committee of Permanent Representatives", "Ludwig van Beethoven"]


def test_possessive_ends_a_name() -> None:
    assert found("in Lâm's Hà Nội office", "en") == ["Lâm's", "Hà Nội"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Lâm", "said Tô Lâm."),
        ("To Lam", "said Tô Lâm."),
        ("Vietnam", "in Việt Nam today"),
        ("Viet Nam", "in Vietnam today"),
        ("Vietnamese", "Vietnam's goals"),
        ("French", "in France"),
        ("Panthers", "the Panther's line"),
        ("UN", "the United Nations said"),
        ("United Nations Security Council", "the UNSC said"),
        ("U.S.", "the US said"),
        ("ARPNET", "the ARPANET grew"),
    ],
)
def test_one_name_in_its_forms(name: str, text: str) -> None:
    assert index_holds(name, text)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Bangkok", "in Jakarta, Indonesia"),
        ("Iran", "in Iraq"),
        ("Mario Addison", "said Kawann Short."),
        ("Michelle Obama", "said Barack Obama."),
        ("University of Oxford", "the University of Chicago"),
        ("Prime Minister", "the committee met"),
    ],
)
def test_another_name_contradicts(name: str, text: str) -> None:
    assert contradicted(name, text)


def test_a_surname_by_itself_leaves_the_first_name_open() -> None:
    text = "Yesterday Obama left."
    assert not contradicted("Barack Obama", text)
    assert not index_holds("Barack Obama", text)


def test_a_title_is_excused_by_the_name() -> None:
    assert not contradicted("President Obama", "Yesterday Barack Obama left.")


def test_vietnamese_syllables_need_their_neighbours() -> None:
    assert index_holds("Hà Nội", "tại Hà Nội hôm qua", "vi")
    assert contradicted("Hà Nội", "nội dung của bà Hà", "vi")
    assert not contradicted("Đại học", "trường đại học", "vi")


def test_the_first_word_of_a_sentence_is_certain_only_by_its_shape() -> None:
    certain = {t: names(t, "en")[0].words[0].certain for t in ("Students left.", "Luther left.", "ASEAN met.")}
    assert certain == {"Students left.": False, "Luther left.": True, "ASEAN met.": True}


@pytest.mark.parametrize("word", ["lâm", "nguyễn", "phường", "quốc", "nghiêng"])
def test_syllables(word: str) -> None:
    assert is_syllable(word)


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from("AaBbĐđ Ô.'’-s0:\"\n"), max_size=60), st.sampled_from(["vi", "en"]))
def test_never_raises_and_a_text_holds_its_own_names(text: str, language: Language) -> None:
    index = NameIndex(text, language)
    for name in names(text, language):
        assert 0 <= name.start < name.end <= len(text)
        assert not index.contradicts(name)
