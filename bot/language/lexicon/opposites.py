"""Words that turn a statement around when one stands for the other: increase and decrease, trước and sau."""

from __future__ import annotations

from bot.language.words.terms import stem
from bot.models import Language

_ENGLISH = (
    "increase decrease", "increase reduce", "rise fall", "rise drop", "grow shrink", "gain lose", "win lose",
    "win loss", "victory defeat", "before after", "first last", "more less", "more fewer", "most least", "high low",
    "higher lower", "highest lowest", "large small", "larger smaller", "largest smallest", "biggest smallest",
    "longest shortest", "longer shorter", "early late", "earlier later", "earliest latest", "oldest newest",
    "oldest youngest", "older younger", "north south", "east west", "northern southern", "eastern western",
    "begin end", "start end", "start finish", "open close", "accept reject", "accept refuse", "agree disagree",
    "support oppose", "allow ban", "allow forbid", "allow prohibit", "praise criticise", "praise criticize",
    "praise condemn", "success failure", "succeed fail", "buy sell", "import export", "arrive leave", "join leave",
    "strengthen weaken", "above below", "best worst", "better worse", "true false", "legal illegal", "lawful unlawful",
    "possible impossible", "able unable", "alive dead", "appoint dismiss", "minority majority", "maximum minimum",
    "public private", "welcome reject", "approve reject", "promote hinder", "upper lower", "male female", "men women",
    "rose fell", "grew shrank", "won lost", "acquit convict", "acquit sentence", "hire sack",
    "inside outside", "internal external", "positive negative", "domestic foreign", "cause prevent",
)  # fmt: skip
_VIETNAMESE = (
    "tăng giảm", "trước sau", "đầu cuối", "thắng thua", "thắng bại", "cao thấp", "lớn nhỏ", "dài ngắn", "sớm muộn",
    "nhiều ít", "trên dưới", "bắc nam", "đông tây", "mở đóng", "mua bán", "nhập xuất", "đến rời", "già trẻ", "nam nữ",
    "mạnh yếu", "tốt xấu", "rộng hẹp", "nhanh chậm", "mới cũ", "sống chết", "xây phá", "thành_công thất_bại",
    "ủng_hộ phản_đối", "đồng_ý phản_đối", "đồng_ý từ_chối", "chấp_nhận từ_chối", "cho_phép cấm", "khen chê",
    "ca_ngợi chỉ_trích", "hoan_nghênh phản_đối", "bắt_đầu kết_thúc", "khai_mạc bế_mạc", "tăng_cường suy_yếu",
    "gia_nhập rời", "bổ_nhiệm miễn_nhiệm", "tích_cực tiêu_cực", "tối_đa tối_thiểu", "hợp_pháp bất_hợp_pháp",
    "trong_nước nước_ngoài", "sơ_thẩm phúc_thẩm", "thuận_lợi khó_khăn", "thừa_nhận phủ_nhận", "khai_trương đóng_cửa", "khánh_thành đóng_cửa", "vô_tội tù",
)  # fmt: skip


def _table(rows: tuple[str, ...], english: bool) -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for row in rows:
        one, two = (stem(w) if english else w.replace("_", " ") for w in row.split())
        table.setdefault(one, set()).add(two)
        table.setdefault(two, set()).add(one)
    return {word: frozenset(others) for word, others in table.items()}


OPPOSITES: dict[Language, dict[str, frozenset[str]]] = {
    "en": _table(_ENGLISH, english=True),
    "vi": _table(_VIETNAMESE, english=False),
}
"""For each English stem or Vietnamese word, the words that say the contrary."""
