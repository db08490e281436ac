"""Datelines and sign-offs are cut off, and nothing else is."""

from __future__ import annotations

import pytest

from bot.language.datelines import body
from bot.language.sentences import Span

LONG = "The president of the club said on Monday that he would leave."


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (f"HÀ NỘI — {LONG}", LONG),
        (f"JAKARTA, INDONESIA – {LONG} — VNS", LONG),
        (f"VTV.vn - {LONG}", LONG),
        (f"Báo Miền Trung - {LONG}", LONG),
        (f"{LONG} — Delta Courier", LONG),
        ("Ông Lâm - Tổng Bí thư - đã đến thăm trụ sở của Ban Thư ký tại Jakarta.", None),
        ("Tuyến Huế - Đà Nẵng mở lại vào sáng thứ hai sau ba ngày bị ngắt quãng.", None),
        ("HÀ NỘI — Short one.", None),
        ("The well-known man — a painter — left the house on the hill last week.", None),
    ],
)
def test_only_the_frame_goes(text: str, left: str | None) -> None:
    assert body(text, Span(0, len(text))).of(text) == (left or text)


def test_a_town_stays_for_where() -> None:
    text = f"HÀ NỘI — {LONG}"
    assert body(text, Span(0, len(text)), place=True).of(text) == text
