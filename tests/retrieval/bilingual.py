"""A few articles in both languages and a retriever over them, for the tests of retrieval."""

from __future__ import annotations

from datetime import date
from typing import Any

from bot.language.words.terms import ANALYSER_VERSION, analyse
from bot.models import Article, Language, Paragraph, ParagraphKind, Source
from bot.retrieval.indexing.changes import PutArticle
from bot.retrieval.indexing.indexer import Indexer
from bot.retrieval.relations.twins import TwinFinder
from bot.retrieval.retriever import PassageRetriever
from bot.retrieval.storage.store import Store

VISIT_EN = (
    "Party General Secretary Tô Lâm visited the ASEAN Secretariat in Jakarta, Indonesia on Monday.",
    "Secretary-General Kao Kim Hourn welcomed the delegation with 30 ambassadors at the headquarters.",
    "Lâm planted a commemorative tree and presented a painting, the seventh in a collection of 142 pieces.",
)
VISIT_VI = (
    "Tổng Bí thư Tô Lâm thăm Ban Thư ký ASEAN tại Jakarta, Indonesia hôm thứ Hai.",
    "Tổng Thư ký Kao Kim Hourn đón đoàn cùng 30 đại sứ tại trụ sở.",
    "Ông Tô Lâm trồng cây lưu niệm và tặng một bức tranh, tác phẩm thứ bảy trong bộ sưu tập 142 tác phẩm.",
)
FLOOD_EN = (
    "Floods in Quảng Nam province destroyed 2,500 houses and closed the railway for three days.",
    "The weather bureau forecast heavy rain until Thursday and warned of landslides.",
)
RICE_VI = (
    "Giá gạo xuất khẩu tăng lên 620 đô la một tấn trong tháng Ba, cao nhất từ đầu năm.",
    "Hiệp hội Lương thực cho biết nông dân Đồng bằng sông Cửu Long được mùa.",
)


def article(
    name: str, language: Language, texts: tuple[str, ...], kinds: tuple[ParagraphKind, ...] = (), **head: Any
) -> Article:
    source = Source(name, language, **head)
    body: ParagraphKind = "body"
    numbered = enumerate(zip(texts, kinds or [body] * len(texts), strict=True), 1)
    return Article(source, tuple(Paragraph(source, n, text, kind, language) for n, (text, kind) in numbered))


def news() -> list[Article]:
    return [
        article("visit-en", "en", VISIT_EN, outlet="VNS", published=date(2025, 3, 10)),
        article("visit-vi", "vi", VISIT_VI, outlet="VTV", published=date(2025, 3, 10)),
        article("flood-en", "en", FLOOD_EN, outlet="VNS", published=date(2025, 10, 2)),
        article("rice-vi", "vi", RICE_VI, outlet="VTV", published=date(2025, 3, 31)),
    ]


def searchable(articles: list[Article], **kwargs: Any) -> PassageRetriever:
    store, indexer = indexed(articles)
    return PassageRetriever(store, indexer.inverted, **kwargs)


def indexed(articles: list[Article]) -> tuple[Store, Indexer]:
    store = Store.open(None)
    indexer = Indexer.open(store, analyse, ANALYSER_VERSION)
    indexer.find_twins = TwinFinder(store, indexer.inverted).find
    indexer.apply([PutArticle(a) for a in articles])
    return store, indexer


def refs(passages: Any) -> list[str]:
    return [p.paragraph.ref for p in passages]
