"""`Which state opposed the plan?`, `When did they leave?`: some acts are told by a word for them or not at all."""

from __future__ import annotations

from itertools import pairwise

from bot.answering.evidence.features import Scene
from bot.answering.evidence.matching import NOUNISH
from bot.answering.question.view import QuestionView
from bot.language.words.normalise import words
from bot.models import Language

SAID = 0.7
"""Strength from which on an act counts as said: by its own word or one of the same meaning, not by any translation back; its
noun will do (`the signing of`)."""
_ACTS: dict[Language, frozenset[str]] = {
    "en": words(
        "oppose opposed opposes criticise criticize criticised criticized criticism criticisms condemn condemned reject rejected refuse refused "
        "protest protested boycott boycotted veto vetoed denounce denounced resign resigned resignation sue sued disagree disagreed "
        "depart departed departure absent absence leave cancel cancelled canceled postpone postponed arrest arrested marry married divorce divorced "
        "sign signed signs invent invented compose composed translate translated ban banned draft drafted "
        "chairs chaired chairing quit apologise apologize apologised apologized threaten threatened blame blamed complain complained "
        "suspend suspended referee refereed umpired eat ate slept"
    ),
    "vi": words(
        "rời ra_về vắng_mặt hủy_bỏ hoãn trì_hoãn bắt_giữ kết_hôn ly_hôn phát_minh sáng_tác phiên_dịch cấm soạn_thảo "
        "về_nước phản_đối chỉ_trích phê_phán lên_án từ_chối bác_bỏ tẩy_chay từ_chức phủ_quyết xin_lỗi đe_dọa khởi_kiện phàn_nàn "
        "ký_kết ký_những ký_các ký_bao ký_mấy ký_thỏa ký_gì ký_văn ký_hiệp ký_hợp ký_biên được_ký ký_trong ký_tại đình_chỉ sa_thải đóng_cửa lưu_trú nghỉ_lại"
    ),
}  # fmt: skip


def act_unsaid(question: QuestionView, scene: Scene) -> bool:
    """Whether a question takes an act for granted that neither the sentence nor its neighbours tell of."""
    across = question.language != scene.sentence.language
    held = {t.index: h for t, h in zip(question.terms, scene.around, strict=True) if t.translations or not across}
    return any(index in held and held[index] < SAID and held[index] != NOUNISH for index in _acts(question))


def _acts(question: QuestionView) -> list[int]:
    """The indexes of the words of a question that say that name such an act."""
    forms = [w.canonical for w in question.words]
    known = _ACTS[question.language]
    pairs = [f"{a}_{b}" for a, b in pairwise(forms)]
    return [
        i + (form == "được") for i, form in enumerate(forms) if form in known or (i < len(pairs) and pairs[i] in known)
    ]
