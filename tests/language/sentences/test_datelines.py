"""Datelines and sign-offs are cut off, and nothing else is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.sentences.boundaries import Span
from bot.language.sentences.datelines import body, outlet_before, sign_off, town_before

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


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        (f"VTV.vn - {LONG}", "VTV.vn"),
        (f"The Lugo Courier — {LONG}", "The Lugo Courier"),
        (f"Delta Times – {LONG}", "Delta Times"),
        (f"Báo Miền Trung - {LONG}", "Báo Miền Trung"),
        ("Sông Hậu - Hôm nay, bà Mai đã khánh thành xưởng đóng phà ở Vinh.", "Sông Hậu"),
        (f"TTXVN - {LONG}", "TTXVN"),
        (f"HÀ NỘI — {LONG}", None),
        (f"LUGO, SPAIN – {LONG}", None),
        (LONG, None),
        ("VTV.vn - Ngắn.", None),
        ("Tuyến Huế - Đà Nẵng mở lại vào sáng thứ hai sau ba ngày bị ngắt quãng.", None),
        ("", None),
    ],
)
def test_the_outlet_before_a_lead(text: str, outlet: str | None) -> None:
    span = outlet_before(text)
    assert (span.of(text) if span else None) == outlet


@pytest.mark.parametrize(
    ("text", "town"),
    [
        (f"HÀ NỘI — {LONG}", "HÀ NỘI"),
        (f"LUGO, Spain — {LONG}", "LUGO, Spain"),
        (f"LUGO, March 10 (Delta) -- {LONG}", "LUGO"),
        (f"Lugo (TTXVN) - {LONG}", "Lugo"),
        (f"(Hà Nội) - {LONG}", "Hà Nội"),
        (f"(TTXVN) - {LONG}", None),
        (f"TTXVN - {LONG}", None),
        (f"VTV.vn - {LONG}", None),
        (f"Báo Miền Trung - {LONG}", None),
        ("The well-known man — a painter — left the house on the hill last week.", None),
        ("Tuyến Huế - Đà Nẵng mở lại vào sáng thứ hai sau ba ngày bị ngắt quãng.", None),
        ("HÀ NỘI — Short one.", None),
        (LONG, None),
        ("", None),
    ],
)
def test_the_town_before_a_lead(text: str, town: str | None) -> None:
    span = town_before(text)
    assert (span.of(text) if span else None) == town


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("He spoke of peace. — VNS", "VNS"),
        ("“It leaks.” – Delta Courier ", "Delta Courier"),
        ("Bà Mai rời bến. - Báo Miền Trung", "Báo Miền Trung"),
        ("Phà chìm (năm 1962). --TTXVN", "TTXVN"),
        ("He spoke of peace.", None),
        ("Orla won 3 — 1", None),
        ("Tuyến Huế - Đà Nẵng", None),
        ("", None),
    ],
)
def test_the_agency_behind_the_last_sentence(text: str, agency: str | None) -> None:
    span = sign_off(text)
    assert (span.of(text) if span else None) == agency


@given(st.text("aB. —-–()/", max_size=40))
def test_names_of_any_text_stand_in_it(text: str) -> None:
    for span in (outlet_before(text), town_before(text), sign_off(text)):
        assert span is None or (0 <= span.start < span.end <= len(text) and span.of(text).strip() == span.of(text))
