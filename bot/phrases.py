"""What the bot itself says, in both languages: abstentions, notices, errors. Answers are never built from these."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Literal

from bot.errors import ModelFault
from bot.models import Language

Phrase = Literal[
    "nothing_found", "not_in_sources", "fact_missing", "premise_contradicted", "unverified",
    "model_failed", "model_interrupted", "model_unsupported", "embedding_failed",
    "invalid", "invalid_body",
]  # fmt: skip

_PHRASES: dict[Phrase, dict[Language, str]] = {
    "nothing_found": {
        "en": "The articles say nothing about this.",
        "vi": "Các bài báo không nói gì về điều này.",
    },
    "not_in_sources": {
        "en": "The articles do not say. The nearest paragraphs are below.",
        "vi": "Các bài báo không cho biết điều này. Những đoạn gần nhất được nêu bên dưới.",
    },
    "fact_missing": {
        "en": "The articles touch on this but do not state what you ask. The nearest paragraphs are below.",
        "vi": "Các bài báo có nhắc đến chủ đề này nhưng không nêu điều bạn hỏi. Những đoạn gần nhất được nêu bên dưới.",
    },
    "premise_contradicted": {
        "en": "The articles do not support what the question takes for granted. The nearest paragraphs are below.",
        "vi": "Các bài báo không xác nhận điều mà câu hỏi mặc định. Những đoạn gần nhất được nêu bên dưới.",
    },
    "unverified": {
        "en": "An answer was drafted, but no sentence of it could be verified in the articles, so it is not shown.",
        "vi": "Đã có câu trả lời nháp, nhưng không câu nào được các bài báo xác nhận nên không được hiển thị.",
    },
    "model_failed": {
        "en": "The model {model} did not answer ({kind}); what is shown was found in the articles without it.",
        "vi": "Mô hình {model} không trả lời được ({kind}); nội dung này được tìm trong các bài báo mà không dùng mô hình.",
    },
    "model_interrupted": {
        "en": "The model {model} was cut off ({kind}); only the sentences that had been checked are shown.",
        "vi": "Mô hình {model} bị ngắt giữa chừng ({kind}); chỉ những câu đã được kiểm chứng mới được hiển thị.",
    },
    "model_unsupported": {
        "en": "Nothing that {model} wrote could be verified; what is shown was found in the articles without it.",
        "vi": "Không câu nào của {model} được kiểm chứng; nội dung này được tìm trong các bài báo mà không dùng mô hình.",
    },
    "embedding_failed": {
        "en": "The embedding endpoint did not answer; the search used words alone.",
        "vi": "Máy chủ vector không trả lời; việc tìm kiếm chỉ dùng từ ngữ.",
    },
    "invalid": {"en": "{where}: {why}.", "vi": "Giá trị của {where} không hợp lệ: {why}."},
    "invalid_body": {"en": "The body: {why}.", "vi": "Nội dung yêu cầu không hợp lệ: {why}."},
}


_FAULTS: dict[ModelFault, str] = {
    "unreachable": "không kết nối được", "timeout": "quá thời hạn", "silence": "ngừng phản hồi",
    "rate_limited": "quá nhiều yêu cầu", "server": "lỗi máy chủ", "refused": "bị từ chối",
    "bad_response": "phản hồi không dùng được", "interrupted": "bị ngắt", "truncated": "bị cắt",
    "filtered": "bị bộ lọc nội dung chặn", "too_long": "vượt giới hạn độ dài", "empty": "không viết câu nào",
}  # fmt: skip


def fault_in_words(kind: ModelFault, language: Language) -> str:
    """How a model failed, for the brackets of a notice.

    >>> fault_in_words("rate_limited", "en"), fault_in_words("rate_limited", "vi")
    ('rate limited', 'quá nhiều yêu cầu')
    """
    return _FAULTS[kind] if language == "vi" else kind.replace("_", " ")


def say(phrase: Phrase, language: Language, **values: str) -> str:
    """One of the bot's own sentences.

    >>> say("nothing_found", "en")
    'The articles say nothing about this.'
    """
    return _PHRASES[phrase][language].format_map(values)


def told(sentence: str, language: Language) -> str:
    """The sentence of an error in the reader's language; one that `sentences.tsv` lacks stays English.

    >>> told("a.txt is larger than 10 MB.", "vi")
    'a.txt lớn hơn 10 MB.'
    """
    if language == "en":
        return sentence
    exact, patterns = _sentences()
    if sentence in exact:
        return exact[sentence]
    found = ((match, row) for pattern, row in patterns if (match := pattern.fullmatch(sentence)))
    for match, row in found:
        return row.format_map({slot: exact.get(value, value) for slot, value in match.groupdict().items()})
    return sentence


@cache
def _sentences() -> tuple[dict[str, str], tuple[tuple[re.Pattern[str], str], ...]]:
    """The rows without a word in braces by their English, and those with one as patterns, in order."""
    lines = (files("bot") / "sentences.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    patterns = ((_pattern(english), vietnamese) for english, vietnamese in rows if "{" in english)
    return {english: vietnamese for english, vietnamese in rows if "{" not in english}, tuple(patterns)


def _pattern(english: str) -> re.Pattern[str]:
    parts = re.split(r"\{(\w+)\}", english)
    spelt = (f"(?P<{part}>.+)" if place % 2 else re.escape(part) for place, part in enumerate(parts))
    return re.compile("".join(spelt), re.DOTALL)
