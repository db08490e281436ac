"""The labels around an answer, in both languages."""

from __future__ import annotations

from typing import Literal

from bot.models import Language

Word = Literal[
    "verbatim", "no_model", "searched", "searching", "unconfirmed", "removed_one", "removed_many", "nearest", "extractive", "writing",
    "answered_by", "model", "time", "tokens", "estimated", "cost", "confidence", "prompt", "retrieve", "answer",
    "verify", "total", "question", "sources", "paragraph", "original_vi", "original_en", "conversation", "exported",
    "accessed", "hash", "stopped", "untitled",
]  # fmt: skip

_WORDS: dict[Word, tuple[str, str]] = {
    "searched": ("Đã tìm theo", "Searched for"),
    "searching": ("Đang tìm trong các bài báo…", "Searching the articles…"),
    "unconfirmed": ("chưa xác nhận đầy đủ", "not fully confirmed"),
    "removed_one": ("1 câu đã bị loại vì không có căn cứ", "1 sentence was removed: the articles do not carry it"),
    "removed_many": (
        "{n} câu đã bị loại vì không có căn cứ",
        "{n} sentences were removed: the articles do not carry them",
    ),
    "nearest": ("Những đoạn gần nhất", "Nearest paragraphs"),
    "extractive": ("Trích nguyên văn", "Extractive"),
    "verbatim": ("Trích nguyên văn", "Quoted word for word"),
    "no_model": ("Không dùng mô hình", "No model used"),
    "writing": ("đang viết, chưa kiểm chứng", "being written, not checked yet"),
    "answered_by": ("Trả lời bởi", "Answered by"),
    "model": ("Mô hình", "Model"),
    "time": ("Thời gian", "Time"),
    "tokens": ("Token", "Tokens"),
    "estimated": ("ước tính", "estimated"),
    "cost": ("Chi phí", "Cost"),
    "confidence": ("Độ tin cậy", "Confidence"),
    "prompt": ("Phiên bản câu lệnh", "Prompt version"),
    "retrieve": ("tìm", "search"),
    "answer": ("soạn", "draft"),
    "verify": ("kiểm chứng", "check"),
    "total": ("tổng", "total"),
    "question": ("Câu hỏi", "Question"),
    "sources": ("Nguồn", "Sources"),
    "paragraph": ("đoạn", "paragraph"),
    "original_vi": ("nguyên văn tiếng Việt", "original in Vietnamese"),
    "original_en": ("nguyên văn tiếng Anh", "original in English"),
    "conversation": ("Hội thoại", "Conversation"),
    "exported": ("Xuất từ Trích", "Exported from Trích"),
    "accessed": ("xuất ngày", "exported on"),
    "hash": ("SHA-256 của đoạn", "SHA-256 of the paragraph"),
    "stopped": (
        "Bạn đã dừng câu trả lời; chỉ những câu đã được kiểm chứng mới được hiển thị.",
        "You stopped this answer; only the sentences that had been checked are shown.",
    ),
    "untitled": ("Không có tiêu đề", "Untitled"),
}  # fmt: skip

_REASONS: dict[str, tuple[str, str]] = {
    "number": ("số không có trong nguồn", "number not in the source"),
    "date": ("ngày không có trong nguồn", "date not in the source"),
    "name": ("tên không có trong nguồn", "name not in the source"),
    "quote": ("lời trích không đúng nguyên văn", "the quoted words are not in the source"),
    "negation": ("nguồn nói ngược lại", "the source says the opposite"),
    "opposite": ("nguồn nói ngược lại", "the source says the opposite"),
    "bound": ("nguồn nói hẹp hơn hoặc kém chắc chắn hơn", "the source says it of less, or less surely"),
    "role": ("nguồn nói ngược lại ai làm việc này với ai", "the source has who did it to whom the other way round"),
    "speaker": ("nguồn cho là lời của người khác", "the source has it from another speaker"),
    "wording": ("từ ngữ khác xa nguồn", "the wording is too far from the source"),
    "word": ("từ không có trong nguồn", "word not in the source"),
    "uncited": ("không có trích dẫn", "no citation"),
    "unconfirmed": ("chưa xác nhận đầy đủ", "not fully confirmed"),
    "entailment": ("mô hình kiểm chứng thấy nguồn không nói vậy", "a model finds that the source does not say so"),
    "address": ("địa chỉ không có trong nguồn", "address not in the source"),
    "letters": ("chữ của nhiều bảng chữ cái", "letters of several alphabets"),
}
_UNTOLD = frozenset(("wording", "entailment"))
"""Reasons whose detail is a code or a share, which tells a reader nothing."""
_OTHER = ("nguồn không nói vậy", "the source does not say so")


def word(key: Word, language: Language, **values: object) -> str:
    """One label.

    >>> word("removed_many", "en", n=2)
    '2 sentences were removed: the articles do not carry them'
    """
    return _WORDS[key][0 if language == "vi" else 1].format_map(values)


def reason(code: str, language: Language) -> str:
    """A verifier's reason in words; of an unknown code only that the source does not carry the sentence.

    >>> reason("number:142", "en"), reason("wording:0.25", "en"), reason("?", "en")
    ('number not in the source: 142', 'the wording is too far from the source', 'the source does not say so')
    """
    kind, _, detail = code.partition(":")
    text = _REASONS.get(kind, _OTHER)[0 if language == "vi" else 1]
    return f"{text}: {detail}" if detail and kind in _REASONS and kind not in _UNTOLD else text
