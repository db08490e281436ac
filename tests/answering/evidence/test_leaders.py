"""Whom `the Finnish leader` means."""

import pytest

from bot.answering.evidence.leaders import leader
from bot.models import Language
from tests.answering.conftest import read

FINN = "Finnish President Aino Salmi arrived in Hà Nội."
SALMI_VI = "Tổng thống Phần Lan Aino Salmi đến Hà Nội."
HOST = "Prime Minister Trần Sơn met her."
HOST_VI = "Thủ tướng Trần Sơn đón bà."


@pytest.mark.parametrize(
    ("question", "asks", "told", "texts", "name"),
    [
        ("What did the Finnish leader bring?", "en", "en", (FINN,), "salmi"),
        ("What did the leader of Finland bring?", "en", "en", (FINN, HOST), "salmi"),
        ("What did the Vietnamese leader bring?", "en", "en", (FINN, HOST), "son"),
        ("What did the Vietnamese leader bring?", "en", "vi", (SALMI_VI, HOST_VI), "son"),
        ("What did the Vietnamese leader bring?", "en", "en", (FINN,), None),
        ("What did the Vietnamese leader bring?", "en", "en", ("Vice President Trần Sơn left.",), None),
        ("What did the Vietnamese leaders bring?", "en", "en", (HOST,), None),
        ("What did the team leader bring?", "en", "en", (HOST,), None),
        ("What did he bring?", "en", "en", (HOST,), None),
        ("Lãnh đạo Việt Nam tặng gì?", "vi", "vi", (SALMI_VI, HOST_VI), "son"),
        ("Nhà lãnh đạo Việt Nam tặng gì?", "vi", "en", (HOST,), "son"),
        ("Các nhà lãnh đạo Việt Nam tặng gì?", "vi", "vi", (HOST_VI,), None),
        ("Lãnh đạo Việt Nam tặng gì?", "vi", "vi", ("Tổng Bí thư Việt Nam đến Jakarta.",), None),
        ("Lãnh đạo Việt Nam tặng gì?", "vi", "vi", ("Tổng thống Pháp Luc Petit đến Hà Nội.",), None),
    ],
)
def test_whom_a_leader_is(
    question: str, asks: Language, told: Language, texts: tuple[str, ...], name: str | None
) -> None:
    view, found = read(question, asks, *texts, told=told)
    meant = leader(view, found[0].passage.paragraph)
    assert (meant.name if meant else None) == name


def test_the_sentences_that_mean_the_leader() -> None:
    texts = (HOST, "Trần Sơn gave her a bowl.", "The leaders of member states gave her nothing.")
    view, found = read("What did the Vietnamese leader give?", "en", *texts)
    place = next(p for p, t in enumerate(view.terms) if t.text == "leader")
    assert [s.held[place] for s in found] == [0.8, 0.8, 0.4]
