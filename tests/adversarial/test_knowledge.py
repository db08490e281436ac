"""D: what the articles do not say is not said; a false premise is not confirmed; a repeated paragraph is one source."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot import NewsBot
from tests.adversarial.product import SEED_EN, SEED_VI, cited_refs, open_bot, put, sound

WORLD = [
    ("Phu nhân của Tổng Bí thư Tô Lâm tên là gì?", r"Ngô Phương Ly"),
    ("What is the name of Tô Lâm's wife?", r"Ngô Phương Ly|Ngo Phuong Ly"),
    ("Kao Kim Hourn là người nước nào?", r"Campuchia|Cambodia"),
    ("What is the capital of Malaysia?", r"Kuala Lumpur"),
    ("Ai là Chủ tịch nước Việt Nam?", r"Lương Cường"),
    ("How many countries are members of ASEAN?", r"\b(?:10|11|ten|eleven)\b"),
    ("Dân số Indonesia là bao nhiêu?", r"\d"),
    ("Who is the president of Indonesia?", r"Prabowo"),
    ("Tô Lâm sinh năm nào?", r"1957"),
    ("Giá vàng hôm nay là bao nhiêu?", r"\d"),
]


@pytest.mark.parametrize(("question", "known"), WORLD)
def test_what_the_world_knows_and_the_articles_do_not_is_not_answered(
    seeds_bot: NewsBot, question: str, known: str
) -> None:
    told = sound(seeds_bot.ask(question))
    assert told["outcome"] != "answered"
    assert not re.search(known, told["answer"])


FALSE = [
    ("Vì sao Tổng Bí thư Tô Lâm thăm Ban Thư ký ASEAN tại Bangkok?", "Bangkok"),
    ("Why did Tô Lâm visit the ASEAN Secretariat in Manila?", "Manila"),
    ("Ai đón Tổng Bí thư Tô Lâm tại Singapore?", "Singapore"),
    ("What did Lâm plant in the grounds of the Secretariat's headquarters in Hanoi?", "Hanoi"),
    ("How many of the 200 pieces in the collection are from Việt Nam?", "200"),
    ("Vì sao Việt Nam gia nhập ASEAN năm 1975?", "1975"),
]


@pytest.mark.parametrize(("question", "premise"), FALSE)
def test_a_false_premise_is_not_confirmed(seeds_bot: NewsBot, question: str, premise: str) -> None:
    answer = seeds_bot.ask(question)
    assert premise not in sound(answer)["answer"]


ACROSS = [
    ("Việt Nam gia nhập ASEAN năm nào?", "vi", "vns-asean", "1995"),
    ("Cộng đồng ASEAN được thành lập năm nào?", "vi", "vns-asean", "2015"),
    ("Bộ sưu tập có bao nhiêu tác phẩm?", "vi", "vns-asean", "142"),
    ("What did the ambassador of Malaysia commit to?", "en", "vtv-asean", "Malaysia"),
]


@pytest.mark.parametrize(("question", "language", "article", "fact"), ACROSS)
def test_a_fact_of_the_other_language_is_found_and_quoted_in_it(
    seeds_bot: NewsBot, question: str, language: str, article: str, fact: str
) -> None:
    told = sound(seeds_bot.ask(question))
    assert told["outcome"] == "answered"
    assert fact in told["answer"]
    assert told["language"] == language
    (citation,) = told["citations"]
    assert (citation["article"], citation["language"] != language) == (article, True)


def test_a_repeated_paragraph_is_one_source(seeds_bot: NewsBot) -> None:
    for question in ("Tổng Thư ký ASEAN khẳng định điều gì về chuyến thăm?", "Tổng Bí thư Tô Lâm đã tặng gì?"):
        passages = seeds_bot.retrieve(question, limit=30)
        texts = [p.paragraph.text for p in passages]
        assert len(texts) == len(set(texts))
        told = sound(seeds_bot.ask(question))
        assert len({c["text"] for c in told["citations"]}) == len({c["ref"] for c in told["citations"]})
    repeated = next(p for p in passages if p.paragraph.text.startswith("Nhân dịp này"))
    assert len(repeated.also_in) == 1


@pytest.mark.parametrize("copy", ["verbatim", "other case", "other spaces", "NFD", "crlf"])
def test_a_copied_article_is_one_voice(tmp_path: Path, copy: str) -> None:
    import unicodedata

    copies = {
        "verbatim": SEED_EN,
        "other case": SEED_EN.replace("ASEAN Secretariat", "ASEAN SECRETARIAT"),
        "other spaces": SEED_EN.replace(" ", "\u00a0 "),
        "NFD": unicodedata.normalize("NFD", SEED_EN),
        "crlf": SEED_EN.replace("\n", "\r\n"),
    }
    folder = put(tmp_path / "news", {"one.txt": SEED_EN, "two.txt": copies[copy]})
    with open_bot(folder) as bot:
        passages = bot.retrieve("Who welcomed the delegation?", limit=30)
        assert len({p.paragraph.text.casefold() for p in passages}) == len(passages)
        assert passages[0].also_in == ("two#2",)
        assert cited_refs(bot.ask("Who welcomed the delegation?")) == ["one#2"]


def test_a_page_published_again_with_small_edits_is_one_voice(tmp_path: Path) -> None:
    again = SEED_EN.replace("were warmly welcomed", "were welcomed")
    folder = put(tmp_path / "news", {"one.txt": SEED_EN, "two.txt": again})
    with open_bot(folder) as bot:
        told = sound(bot.ask("Who welcomed the delegation?"))
    (citation,) = told["citations"]
    assert {citation["ref"], *citation["nearly_in"]} == {"one#2", "two#2"}


def test_two_articles_that_contradict_each_other_are_told_apart(tmp_path: Path) -> None:
    folder = put(tmp_path / "news", {"a.txt": "Twelve people died in the flood in Huế on Monday.\n",
                                     "b.txt": "Fifteen people died in the flood in Huế on Monday.\n"})  # fmt: skip
    with open_bot(folder) as bot:
        told = sound(bot.ask("How many people died in the flood in Huế?"))
    for statement in told["statements"]:
        number = "Twelve" if "Twelve" in statement["text"] else "Fifteen"
        assert all(number in told["citations"][n - 1]["text"] for n in statement["citations"])


def test_two_articles_of_a_story_in_two_languages_link_up(tmp_path: Path) -> None:
    folder = put(tmp_path / "news", {"vi.txt": SEED_VI, "en.txt": SEED_EN})
    with open_bot(folder) as bot:
        twin = bot.retrieve("Who welcomed the delegation?", limit=1)[0].twin
    assert twin is not None
    assert twin.language == "vi"
