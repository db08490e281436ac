from __future__ import annotations

from datetime import date

import pytest

from bot.ingest.intake.files import read_text
from tests.ingest.reading_texts import LONG


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        (f"VTV.vn - Hôm nay. {LONG}", "VTV.vn"),
        (f"HÀ NỘI (VNS) — {LONG}", "VNS"),
        (f"HÀ NỘI, March 10 (VNA) – {LONG}", "VNA"),
        (f"Hà Nội (TTXVN) - {LONG}", "TTXVN"),
        (f"(TTXVN) - {LONG}", "TTXVN"),
        (f"TTO - {LONG}", "TTO"),
        (f"LONDON (Reuters) - {LONG}", "Reuters"),
        (f"Title here\n{LONG} — VNS", "VNS"),
        (f"{LONG}\nTTXVN", "TTXVN"),
        (f"{LONG}\nTheo VOV", "VOV"),
        (f"HÀ NỘI — {LONG}", None),
        (LONG, None),
        (f"Nó (tức con mèo) - {LONG}", None),
    ],
)
def test_the_outlet(text: str, outlet: str | None) -> None:
    assert read_text(text, "a.txt").source.outlet == outlet


@pytest.mark.parametrize(
    ("text", "published"),
    [
        (f"Title here\nThứ Hai, 10/03/2025 | 14:30\n{LONG}", date(2025, 3, 10)),
        (f"Title here\nBy Minh Anh\nMarch 10, 2025 - 14:30\n{LONG}", date(2025, 3, 10)),
        (f"Title here\nPublished: 10 March 2025\n{LONG}", date(2025, 3, 10)),
        (f"Title here\n2025-03-10\n{LONG}", date(2025, 3, 10)),
        (f"Hà Nội, 10/3/2025 - {LONG}", date(2025, 3, 10)),
        (f"Title here\nHôm nay (10/3), đoàn tới thăm.\n{LONG}", None),
        (f"Title here\n{LONG} It happened on March 10, 2025.", None),
        (f"Title here\n30/2/2025\n{LONG}", None),
    ],
)
def test_the_publication_date_is_read_and_never_guessed(text: str, published: date | None) -> None:
    assert read_text(text, "2024-01-01.txt").source.published == published


def test_the_address_on_a_line_of_its_own() -> None:
    assert read_text(f"Title here\nhttps://vtv.vn/a.htm\n{LONG}", "a.txt").source.url == "https://vtv.vn/a.htm"
    assert read_text(f"{LONG} See https://vtv.vn/a.htm for more.", "a.txt").source.url is None


def test_a_paragraph_in_the_other_language_is_told() -> None:
    other = "Tổng Thư ký ASEAN nhấn mạnh Việt Nam đã có nhiều đóng góp quan trọng cho ASEAN và Cộng đồng ASEAN trong những năm qua."
    article = read_text("\n".join([LONG, LONG + " Two.", LONG + " Three.", other]), "a.txt")
    assert [p.language for p in article.paragraphs] == ["en", "en", "en", "vi"]
