from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from bot.ingest.article.kinds import kind_of, kinds_of
from bot.ingest.intake.files import read_text
from bot.ingest.text.draft import Block
from bot.language.words.normalise import clean
from tests.ingest.reading_texts import LONG

CAPTIONS = (
    "Tổng Bí thư tại Trụ sở Ban Thư ký ASEAN. (Ảnh: TTXVN)",
    "Những chiếc xe đầu tiên qua cầu. Ảnh: Quang Minh",
    "Ảnh minh họa",
    "Một góc chợ nổi. Ảnh minh họa: Internet.",
    "Party leader Tô Lâm in Jakarta on Monday. — VNA/VNS Photo Thống Nhất",
    "The gate rises on Tuesday. Photo: Dana Whitlock",
    "Residents on the quay. (Photo: AFP)",
    "Corals after nine weeks. Photo by Helen Marsh",
    "Rescue workers at the scene (Nguồn: Reuters)",
    "Đại biểu dự hội nghị (Ảnh: Lâm Khánh/TTXVN)",
    "A container ship at Cát Lái Port. VNA/VNS Photo",
)
PROMOS = (
    "* Mời quý độc giả theo dõi các chương trình đã phát sóng của Đài Truyền hình Việt Nam trên TV Online và VTVGo!",
    "Mời độc giả đón đọc Báo Tuổi Trẻ số ra ngày mai.",
    ">> Xem thêm: Toàn cảnh chuyến thăm",
    ">>> Đọc thêm: Giá vàng hôm nay",
    "Xem thêm:",
    "Tin liên quan",
    "Theo dõi chúng tôi trên Facebook, YouTube và Zalo.",
    "Đăng ký nhận bản tin của chúng tôi",
    "Follow us on Facebook and Twitter!",
    "Follow BBC News on Instagram for more.",
    "Subscribe to our newsletter for daily updates",
    "Sign up for our daily newsletter",
    "READ MORE: The decade that changed the harbour",
    "Read also: What is ASEAN?",
    "Related stories",
    "© 2025 Viet Nam News. All rights reserved.",
    "Copyright 2025 The Associated Press. All rights reserved.",
    "Bản quyền thuộc Báo Nhân Dân",
    "Advertisement",
    "Click here to join our channel",
    "***",
)
BYLINES = (
    "By Minh Anh",
    "By Dana Whitlock and Tom O'Neill",
    "By DANA WHITLOCK, Associated Press",
    "TTXVN",
    "VNS",
    "— VNS",
    "(TTXVN)",
    "TTXVN/Vietnam+",
    "Theo TTXVN",
    "Theo Reuters, AFP",
    "Nguồn: VOV",
    "Tác giả: Nguyễn Văn Bình",
    "Bài, ảnh: Quang Minh",
    "PV",
    "Thứ Hai, 10/03/2025 | 14:30",
    "March 10, 2025 - 14:30",
    "Cập nhật lúc 14:30 ngày 10/3/2025",
    "https://vtv.vn/chinh-tri/tham-asean.htm",
)
BODIES = (
    LONG,
    "Follow-up studies showed that the vaccine protects for years.",
    "Photography was invented in the nineteenth century.",
    "By 1995 Việt Nam had joined the association.",
    "By Monday evening the water had reached the second floor.",
    "By Tô Lâm’s own account, the visit was historic.",
    "Copyright law protects the author for seventy years after death.",
    "Subscribers to the service numbered 3 million in 2019.",
    "Related languages are spoken in the north of the island.",
    "Mời gọi đầu tư là nhiệm vụ trọng tâm của tỉnh trong năm nay.",
    "Theo Bộ Y tế, dịch bệnh đã được kiểm soát.",
    "Theo dõi sức khỏe định kỳ giúp phát hiện bệnh sớm.",
    "Ảnh hưởng của bão khiến nhiều chuyến bay bị hủy.",
    "Nguồn nước bị ô nhiễm nặng trong nhiều năm.",
    "Read was born in 1952 and studied at Leeds.",
    "See also the discussion in the second chapter of his memoirs, which he never finished.",
    "Tin đồn lan nhanh trên mạng xã hội hôm qua.",
    "The photo: a moment that changed the war, shown around the world for decades after it ended.",
    "Ngày 10/3/2025, đoàn tới thăm Ban Thư ký ASEAN.",
    "Không ai bị thương.",
    "Nobody was hurt.",
    "12 people were hurt.",
    "Đăng ký kết hôn trực tuyến được áp dụng từ tháng 7.",
    "Like us, they had no idea what was coming.",
    "Sign language is used by 70 million people.",
)


@pytest.mark.parametrize(("text", "kind"), [(t, "caption") for t in CAPTIONS] + [(t, "promo") for t in PROMOS]
                         + [(t, "byline") for t in BYLINES] + [(t, "body") for t in BODIES])  # fmt: skip
def test_the_kind_of_a_paragraph(text: str, kind: str) -> None:
    assert kind_of(Block(text)) == kind


@pytest.mark.parametrize(
    "title", ["Lâm visits ASEAN", "Vì sao lúa thơm được mùa?", "Giá gạo tăng tuần thứ tư", "Harbour: the barrier opens"]
)
def test_a_short_first_line_without_a_stop_is_the_title(title: str) -> None:
    assert kinds_of([Block(title), Block(LONG)], None) == ["title", "body"]


@pytest.mark.parametrize("first", ["He left.", "It ended…", "They said:", "VTV.vn - " + LONG])
def test_a_first_paragraph_that_is_a_sentence_is_no_title(first: str) -> None:
    assert kinds_of([Block(first), Block(LONG)], None)[0] == "body"


def test_a_known_title_counts_where_the_same_words_stand() -> None:
    blocks = [Block("CHÍNH TRỊ"), Block("Hoà bình ở khu vực."), Block(LONG)]
    assert kinds_of(blocks, "Hòa bình ở khu vực") == ["body", "title", "body"]


def test_a_signature_at_the_end_is_a_byline() -> None:
    blocks = [Block(LONG), Block(LONG + " A."), Block(LONG + " B."), Block("Nguyễn Văn Bình")]
    assert kinds_of(blocks, None)[-1] == "byline"


@pytest.mark.skipif("TRICH_XQUAD" not in os.environ, reason="TRICH_XQUAD names the folder of XQuAD")
@pytest.mark.parametrize("language", ["en", "vi"])
def test_every_paragraph_of_an_encyclopaedia_is_body(language: str) -> None:
    files = sorted(Path(os.environ["TRICH_XQUAD"]).glob(f"*xquad.{language}*.json"))
    assert files
    for article in json.loads(files[0].read_text(encoding="utf-8"))["data"]:
        contexts = [" ".join(clean(p["context"]).text.split()) for p in article["paragraphs"]]
        for joined in ("\n".join(contexts), "\n\n".join(contexts)):
            read = read_text(joined, "x.txt")
            assert [(p.kind, p.text) for p in read.paragraphs] == [("body", c) for c in contexts]
            assert (read.source.title, read.source.outlet, read.source.published) == (None, None, None)
