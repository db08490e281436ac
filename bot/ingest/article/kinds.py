"""Which paragraphs carry facts: body, caption, title, promo, byline. Doubt is body, so that no evidence is lost."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.ingest.article.agencies import AGENCY
from bot.ingest.text.draft import Block
from bot.language.words.normalise import canonical
from bot.models import ParagraphKind

_CAPTION_CHARS = 600
_PROMO_CHARS = 320
_BYLINE_CHARS = 110
_TITLE_CHARS = 220

_CREDIT = re.compile(
    r"(?:[(\[]\s*(?:Ảnh|Nguồn ảnh|Hình|Photos?|Photograph|Pictures?|Images?|File photo|Credit)\b[^()\[\]]{0,80}[)\]]"
    r"|(?:^|[\s.,;–—/|(-])(?:Ảnh|Nguồn ảnh|Hình ảnh|Photos?|Photo credit|Image credit|Photograph|Picture|Credit)\s*:\s*[^.!?]{1,70}"
    r"|(?:Photo|Photograph|Picture|Image)s? (?:by|courtesy of|courtesy:)\s+[^.!?]{1,70}"
    r"|(?:^|[\s.,;–—/|(-])Ảnh (?:minh họa|minh hoạ|tư liệu|chụp màn hình|internet)\b[^.!?]{0,60}"
    r"|\b(?:VNA|VNS|VGP|VNP|AFP|Reuters|AP|Xinhua|EPA|Yonhap|Kyodo|Bernama)(?:/[\w+]+)* (?:File )?Photos?\b[^.!?]{0,60}"
    rf"|\((?:Nguồn|Source)\s*:\s*{AGENCY}(?:/[\w+]+)*\))"
    r"[\s.)\]]*$",
    re.IGNORECASE,
)
_CREDIT_CHARS = 160
_CREDIT_WORDS = ("ảnh", "hình", "photo", "picture", "image", "credit", "nguồn", "source")
"""One of these stands in every credit; looking for them first is twenty times as fast."""
_SOURCE_CREDIT = re.compile(r"\((?:Nguồn|Source)\s*:[^()]*\)[\s.]*$", re.IGNORECASE)

_PLATFORM = (
    r"(?:Facebook|Twitter|\bX\b|YouTube|TikTok|Zalo|Instagram|Telegram|WhatsApp|LinkedIn|Google News|Threads|Viber|Messenger|VTVgo"
    r"|fanpage|ứng dụng|\bapp\b|bản tin|newsletter)"
)
_LEAD = r"^[\s*>»►▶▸→●•\-–—+|]*"
_PROMO = re.compile(
    rf"{_LEAD}(?:"
    r"(?:Kính |Trân trọng )?mời (?:quý )?(?:độc giả|khán giả|bạn đọc|quý vị|các bạn|thính giả|quý khán|bạn xem)\b"
    r"|(?:Quý )?(?:độc giả|khán giả|bạn đọc|quý vị|thính giả) (?:có thể )?(?:theo dõi|đón xem|đón đọc|truy cập|tải|đăng ký|quan tâm)\b"
    rf"|(?:Theo dõi|Đăng ký|Like|Follow)\b[^.]{{0,80}}{_PLATFORM}"
    r"|(?:Xem|Đọc|Nghe) (?:thêm|tiếp)(?:\s*:|\s*>>|\s+tại\b|\s*$)"
    r"|(?:Các )?(?:Tin|Bài)(?: viết| báo| tức)? (?:liên quan|cùng chuyên mục|khác|đọc nhiều|mới nhất)\s*(?::|$)"
    r"|(?:Tags?|Từ khóa|Từ khoá|Keywords|Topics)\s*:|Other news\s*$"
    r"|Có thể bạn (?:quan tâm|muốn xem|thích)\b"
    r"|Chia sẻ (?:bài viết|bài báo|tin này|lên|trên|ngay)\b"
    r"|(?:Gửi|Ý kiến) bình luận\b|Bình luận \(\d+\)|Đăng nhập để\b"
    r"|Đăng ký (?:nhận|theo dõi) (?:bản tin|tin|kênh)\b|Tải (?:ứng dụng|app)\b|Bấm (?:vào đây|để)\b|Nhấn (?:vào đây|để)\b"
    r"|(?:©|\(c\)|Copyright\s*(?:©|\(c\)|\d{4})|Bản quyền (?:thuộc|©|\d{4})|Ghi rõ nguồn\b|®)"
    r"|Giấy phép (?:số|xuất bản|hoạt động|thiết lập|báo chí)\b|Cơ quan chủ quản\s*:|Tổng biên tập\s*:|Tòa soạn\s*:|Hotline\s*:"
    r"|Registered office\b|Terms (?:of use|and conditions)\b|Privacy policy\b"
    r"|Quảng cáo\s*$|Advertisements?\s*$|Sponsored\s*$|\[?Advertisement\]?"
    rf"|(?:Follow|Like|Join|Find|Subscribe|Connect with)\b[^.]{{0,80}}\b(?:us\b(?!,)|our\b|on {_PLATFORM}|{_PLATFORM})"
    r"|(?:Sign|Signing) up (?:for|to|here|now)\b[^.]{0,80}(?:newsletter|alerts?|updates|briefing|daily|weekly|inbox|e-?mails?)"
    r"|Subscribe (?:to|now|for|here|today)\b"
    r"|(?:Read|See|View|Watch|Listen)(?: (?:also|more|next|now|this|on|the full (?:story|article)))\s*(?::|>>|»|›|\.\.\.|$)"
    r"|Read also\b|See also\s*:|Related(?: (?:articles?|stories|news|content|topics|posts?))?\s*(?::|$)|More (?:on this|from|stories)\b[^.]{0,60}$"
    r"|Click here\b|Tap here\b|Download (?:our|the) [^.]{0,40}\bapp\b|Share this (?:article|story|post|page)\b|Recommended for you\b"
    r"|Leave a comment\b|Post a comment\b|Log in to\b|Support (?:our|independent) journalism\b|Most (?:read|popular)\s*$"
    r")",
    re.IGNORECASE,
)
_RIGHTS = re.compile(
    r"\b(?:All rights reserved|Vui lòng ghi rõ nguồn|Ghi rõ nguồn\b.*\bkhi (?:phát hành|sử dụng|dẫn))", re.IGNORECASE
)
_LINK_MARK = re.compile(r"^\s*(?:>>+|»|►|▶)\s*\S")

_UPPER = "".join(c for c in map(chr, (*range(0x41, 0x5B), *range(0xC0, 0x250), *range(0x1E00, 0x1F00))) if c.isupper())
_NAME = rf"(?:[{_UPPER}][\w'’.-]*)"
_BYLINE = re.compile(
    rf"(?:By:? {_NAME}(?: (?:{_NAME}|and|&|de|van|von|bin|al|in|with)|, {_NAME})*(?:,? (?:{AGENCY}|staff writer|correspondent))?"
    rf"|(?:Written|Reported|Edited|Reporting|Editing|Compiled|Translated) by:? {_NAME}[^.!?]{{0,90}}"
    r"|(?:Tác giả|Bài và ảnh|Bài, ảnh|Tin, ảnh|Tin và ảnh|Bài|Thực hiện|Biên tập|Biên dịch|Người dịch|Phóng viên|PV|Nhóm PV"
    r"|Nhóm phóng viên)\s*[:/.-]\s*[^.!?]{2,80}"
    rf"|\(?(?:Theo|Nguồn|Source|Sources|Tổng hợp|Dịch)(?: từ)?\s*:? (?:{AGENCY}|{_NAME}(?: {_NAME}){{0,3}})(?:[/,] ?{_NAME})*\)?\.?"
    rf"|(?:PV|Nhóm PV|Phóng viên)(?: {_NAME}){{0,5}}"
    rf"|[—–(\[-]?\s*{AGENCY}(?:\s*[/,-]\s*(?:{AGENCY}|{_NAME}(?: {_NAME}){{0,3}}))*\s*[)\]]?\.?"
    r")"
)
_SURNAME = r"(?:Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đinh|Trịnh|Đoàn|Lương|Mai|Trương|Cao|Tạ)"
_SIGNATURE = re.compile(rf"{_SURNAME}(?: {_NAME}){{1,3}}(?: ?[-–/,] ?{_SURNAME}(?: {_NAME}){{1,3}})?")
_DAY = (
    r"(?:(?:Thứ (?:hai|ba|tư|năm|sáu|bảy)|Chủ nhật|Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,?\s*)?(?:ngày\s*)?"
    r"(?:\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{2}-\d{2}|\d{1,2} tháng \d{1,2},? (?:năm )?\d{4}"
    r"|[A-Z][a-z]{2,8}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,8}\.?,? \d{4})"
)
_CLOCK = r"T?\d{1,2}[:hg]\d{0,2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?\s*\(?(?:GMT|UTC|ICT)?\s*(?:[+-]\d{1,2}:?\d{0,2})?\)?"
_WHEN = re.compile(
    r"(?:(?:Cập nhật|Đăng|Xuất bản|Ngày đăng|Thời gian|Published|Updated|Posted|Last updated|First published)"
    r"(?: lúc| on| at| ngày)?\s*:?\s*)?"
    rf"(?:{_DAY}(?:[\s,|–—-]*{_CLOCK})?|{_CLOCK}[\s,|–—-]*(?:on )?{_DAY}|{_CLOCK})",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"(?:(?:URL|Link|Nguồn|Source|Đường dẫn)\s*:\s*)?https?://\S+", re.IGNORECASE)
_NO_STOP = re.compile(r"[.…;:,]['\"”’»)]*$")


def kinds_of(blocks: Sequence[Block], title: str | None) -> list[ParagraphKind]:
    """The kind of each block of one article; `title` is the one that its head or the catalogue gives, if any.

    >>> texts = ("Lâm visits ASEAN", "By Minh Anh", "Lâm was warmly welcomed at the Secretariat on Monday.", "Follow us on Facebook!")
    >>> kinds_of([Block(t) for t in texts], None)
    ['title', 'byline', 'body', 'promo']
    """
    kinds = [kind_of(block) for block in blocks]
    headline = _title_index(blocks, kinds, title)
    if headline is not None:
        kinds[headline] = "title"
    if len(kinds) > 3 and kinds[-1] == "body" and len(blocks[-1].text) < 60 and _SIGNATURE.fullmatch(blocks[-1].text):
        kinds[-1] = "byline"
    return kinds


def kind_of(block: Block) -> ParagraphKind:
    """The kind of one block judged by itself: its markup, then its words; `body` in doubt."""
    text = block.text
    if block.hint in ("title", "heading"):
        return "title"
    if not any(c.isalnum() for c in text):
        return "promo"
    if len(text) <= _PROMO_CHARS and (
        _PROMO.match(text) or _RIGHTS.search(text) or (_LINK_MARK.match(text) and not _NO_STOP.search(text))
    ):
        return "promo"
    if block.hint == "byline" or (len(text) <= _BYLINE_CHARS and is_byline(text)):
        return "byline"
    if block.hint == "caption" or _is_caption(text):
        return "caption"
    return "body"


def is_byline(text: str) -> bool:
    """True for a line that names the author, the agency, the time or the address of the article and nothing else."""
    return bool(_BYLINE.fullmatch(text) or _WHEN.fullmatch(text) or _ADDRESS.fullmatch(text))


def _is_caption(text: str) -> bool:
    if len(text) > _CAPTION_CHARS:
        return False
    end = text[-_CREDIT_CHARS:].lower()
    if not any(word in end for word in _CREDIT_WORDS) or not _CREDIT.search(text, max(0, len(text) - _CREDIT_CHARS)):
        return False
    return len(text) <= 250 if _SOURCE_CREDIT.search(text) else True


def _title_index(blocks: Sequence[Block], kinds: Sequence[ParagraphKind], title: str | None) -> int | None:
    """The block that is the headline: marked up so, or the known title's words, or a short first line with a longer text after it."""
    if any(block.hint == "title" for block in blocks):
        return None
    if title:
        known = _bare(title)
        for index, block in enumerate(blocks[:5]):
            if _bare(block.text) == known:
                return index
    for index, (block, kind) in enumerate(zip(blocks[:3], kinds, strict=False)):
        if kind == "byline":
            continue
        return index if kind == "body" and _is_headline(block.text, blocks[index + 1 :]) else None
    return None


def _bare(text: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in canonical(text)).split())


def _is_headline(text: str, after: Sequence[Block]) -> bool:
    longest = max((len(block.text) for block in after[:8]), default=0)
    return len(text) <= _TITLE_CHARS and not _NO_STOP.search(text) and longest > max(40, 1.2 * len(text))
