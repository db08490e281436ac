"""How questions ask for an attribute (price, age, birthplace, trade), and what a sentence that gives it holds."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.answering.text.wording import Wording
from bot.language.naming.lands import PEOPLES, VIETNAMESE_LANDS
from bot.language.naming.titles import POSTS, TRADES, VIETNAMESE_POSTS, VIETNAMESE_TRADES

_MONEY = (
    r"[$€£₫]|\b(?:dollars?|usd|euros?|pounds?|vn[dđ]|dong|yen|yuan|won|baht|cents?)\b|(?:\d|nghìn|ngàn|triệu|tỷ|tỉ|trăm|chục|mấy) ?đồng|đô la|nhân dân tệ"
    r"|\d ?t[ỷỉ]\b|\d ?triệu\b|\d ?tr\b|\d ?đ\b|\dk\b|miễn phí|\bfree\b|\bvn[dđ]\d"
)


@dataclass(frozen=True, slots=True)
class Attribute:
    """How a question asks for an attribute, what a sentence that gives it holds, and whether that stands beside its bearer."""

    asks: Wording
    says: re.Pattern[str]
    bound: bool


def _attribute(english: str, vietnamese: str, says: str, *, bound: bool = True) -> Attribute:
    return Attribute(Wording(english, vietnamese), re.compile(says), bound)


ATTRIBUTES = (
    _attribute(
        r"\b(?:what|how much|how high)\b.*\b(?:salary|salaries|wages?)\b", r"\b(?:lương|cát[ -]?xê|tiền lương|thù lao)\b.*\bbao nhiêu\b",
        _MONEY,
    ),
    _attribute(
        r"\b(?:what|how much|how high)\b.*\b(?:fees?|prices?|rents?|budget|costs?)\b|\bhow much money\b",
        r"(?<!đánh )\b(?:giá|\w*phí|tiền (?:thuê|thưởng|phạt|vé)|ngân sách)\b.*\bbao nhiêu\b(?! (?:phần trăm|lần|%))|"
        r"\bbao nhiêu (?:tiền|usd|đồng)\b",
        _MONEY, bound=False,
    ),
    _attribute(
        r"\b(?:what|how (?:high|much))\b.*\b(?:interest rates?|rate of interest)\b|\binterest rate (?:of|on|for)\b",
        r"\blãi suất\b.*\b(?:bao nhiêu|nào|mấy)\b", r"lãi suất|\binterest\b|\brates?\b|(?:%|per ?cent) (?:a|per) year|% ?/ ?năm", bound=False,
    ),
    _attribute(
        r"\bhow tall\b|\bheight of\b|'s height\b", r"\bcao bao nhiêu|\bchiều cao\b",
        r"\d[ -]?(?:m|cm|km|metres?|meters?|mét|ft|foot|feet|inch(?:es)?)\b",
    ),
    _attribute(
        r"\bhow heavy\b|\bhow much .*\bweigh\b|\bweight of\b", r"\bnặng bao nhiêu|\bcân nặng\b",
        r"\d[ -]?(?:kg|g|kilograms?|kilos?|tonnes?|tons?|pounds?|lbs?|tấn|tạ|cân|ký)\b",
    ),
    _attribute(
        r"\bhow old\b|\bage of\b", r"\bbao nhiêu tuổi|\bmấy tuổi",
        r"\baged?\b|years? old|year-old|\bborn\b|\btuổi\b|million years|billion years|sinh năm|\bturn(?:s|ed|ing)?\b|\bdied at [1-9]|, [1-9]\d[,.]",
    ),
    _attribute(r"\bhow many hectares\b|\bsurface area\b", r"\bdiện tích\b", r"\d ?(?:ha|m2|m²|km2|km²|hecta|mẫu)\b|hectare|acre|square|\bvuông"),
    _attribute(
        r"\bborn\b|\bbirth(?:place|day|date)\b|\bhometown\b|^where (?:is|was|are|do|does|did) (?:\S+ ){1,4}(?:come )?from\?*$",
        r"\bsinh (?:ra )?(?:ở|tại|năm (?:nào|mấy|bao nhiêu)|ngày (?:nào|mấy)|khi nào|vào)|\bquê (?:ở|quán|hương|gốc|nhà)|\bđến từ (?:\w+ ){1,2}nào",
        r"\bborn\b|\bnative\b|hometown|\bbirth|\bhails?\b|\bc[oa]mes? from\b|\bgr[eo]w up\b|\braised\b"
        r"|\bsinh (?:ra|năm|ngày|tại|ở|vào|trưởng)|\bquê\b|\bđến từ\b|\bgốc\b|\b[12]\d{3} ?[–-]",
    ),
    _attribute(
        r"\bnationality\b|\bcitizenship\b|\bcitizen of\b|\bwh(?:at|ich) country (?:is|was|does|did) (?:\S+ ){1,4}(?:come )?from\b",
        r"\bquốc tịch\b|\bngười (?:nước|gốc) (?:nào|gì)\b",
        rf"\b(?:{PEOPLES})\b|citizen|nationalit|\bnational of\b|quốc tịch|công dân|gốc|\bngười (?:{VIETNAMESE_LANDS})\b"
        rf"|\b(?:chủ tịch|tổng thống|thủ tướng|bộ trưởng|đại sứ|vua) (?:\w+ ){{0,3}}(?:{VIETNAMESE_LANDS})\b",
    ),
    _attribute(
        r"\bweather\b|\btemperature\b", r"\bthời tiết\b|\bnhiệt độ\b",
        r"weather|temperature|rain|sun|storm|wind|cloud|snow|cold|\bhot\b|warm(?!ly)|humid|degrees|°"
        r"|thời tiết|nhiệt độ|mưa|nắng|gió|bão|lạnh|rét|nóng|độ c\b|tuyết",
        bound=False,
    ),
    _attribute(
        r"\bwhat\b.*\b(?:profession|occupation|job)\b.* (?:of|is|was|does|did|do)\b"
        r"|\bwhat (?:is|was) .*\b(?:profession|occupation|job)\b|\bfor a living\b",
        r"\blàm nghề\b|\bnghề (?:nghiệp|gì)\b|\blàm (?:công )?việc gì\b|\bkiếm sống\b",
        rf"\b(?:{TRADES})s?\b|\b\w+(?:ologist|ician|mist)s?\b|\bwork(?:s|ed|ing)? (?:as|for|at)\b|profession|occupation|\bjob\b"
        rf"|\bnghề\b|\blàm (?:nông|ruộng|thuê|việc|công nhân)|\b(?:{VIETNAMESE_TRADES})\b",
    ),
    _attribute(
        r"\b(?:when|where|who|(?:which|what) (?:year|date|day|month|city|town|countr(?:y|ies)|nations?|states?))\b.*\b(?:founded|established|set up)\b"
        r"|\bfounders? of\b",
        r"\b(?:thành lập|ra đời|sáng lập)\b.*\b(?:khi nào|năm nào|ngày nào|bao giờ|lúc nào|ở đâu|tại đâu)"
        r"|\b(?:khi nào|năm nào|bao giờ)\b.*\b(?:thành lập|ra đời)"
        r"|\b(?:ai|nước nào|quốc gia nào) (?:là người |đã |cùng |là )*(?:thành lập|sáng lập)\b|\b(?:người|nước) sáng lập\b",
        r"\bfound|\bestablish|\bset up\b|\bcreat|\bform(?:ed|ation)\b|\bborn\b|\bsince\b|\binaugurat|\bbegan\b|\bstarted\b|\bopen|\bchartered\b"
        r"|\borigin|\bdates? (?:back|from)\b|\blaunch|thành lập|ra đời|sáng lập|hình thành|từ năm|khai sinh|tạo ra|bắt đầu|xây dựng",
    ),
    _attribute(
        r"\b(?:when|where|what (?:date|day|time|year|month))\b.*\bnext\b(?! to\b)",
        r"\b(?:lần tới|tiếp theo|kế tiếp|sắp tới)\b.*\b(?:nào|đâu|bao giờ|mấy)|\b(?:khi nào|bao giờ)\b.*\b(?:lần tới|tiếp theo|kế tiếp|sắp tới)",
        r"\bnext\b|\bwill\b|\bupcoming\b|\bforthcoming\b|\bscheduled\b|\bis due\b|\bto (?:be|open|host|meet|take place)\b|\bplan(?:s|ned)? (?:to|for)\b"
        r"|\bsẽ\b|(?:lần|tháng|năm|tuần|thời gian|sắp|kỳ) tới|tiếp theo|dự kiến|kế hoạch",
    ),
    _attribute(
        r"\b(?:what time|which hour|what hour)\b(?! (?:of|period|frame|span|zone))", r"\bmấy giờ\b",
        r"\d ?(?:am|pm|a\.m|p\.m|h|giờ|g)\b|\d[h:]\d\d|o['’]clock|\bnoon\b|midnight|half past|\btrưa\b|nửa đêm|\bgiờ\b|\bdawn\b",
        bound=False,
    ),
    _attribute(
        r"\bwhat (?:scene|subject|motif|image) (?:does|did|is)\b.*\b(?:painting|picture|portrait|poster|drawing|artwork)"
        r"|\b(?:shown?|depicted|portrayed|seen|represented) (?:in|on|by) the (?:painting|picture|portrait|poster|drawing|artwork)"
        r"|\bwhat (?:does|did) the (?:painting|picture|portrait|poster|drawing|artwork)\w* (?:show|depict|portray)",
        r"\b(?:tranh|bức họa|bức vẽ)\b.*\b(?:vẽ|mô tả|thể hiện|khắc họa) (?:(?:cảnh|cái|hình|những|về|phong cảnh) )*(?:gì|ai|nào)"
        r"|\b(?:trong|trên) (?:bức )?tranh (?:có|là|vẽ) (?:những )?(?:gì|ai)\b",
        r"depict|\bshow|portray|featur|illustrat|\bvẽ\b|mô tả|thể hiện|khắc h[oọ]|tái hiện",
    ),
    _attribute(
        r"\b(?:when|(?:which|what) (?:year|date))\b.*\b(?:(?:take|took) (?:office|over as)|start(?:ed)? as|(?:was|were) .*(?:elected|appointed|sworn in))\b"
        r"|\b(?:when|(?:which|what) (?:year|date))\b.*\bbec[oa]me "
        rf"(?:the )?(?:(?:\S+ ){{0,3}}?(?:{POSTS})\b|–)"
        rf"|^since (?:when|what year|which year) (?:has|have) (?!there\b).*\b(?:been|held|led|headed|served)\b.*(?:\b(?:{POSTS})\b|–)",
        r"\b(?:trở thành|lên làm|giữ chức|nhậm chức|được (?:bầu|bổ nhiệm|cử) (?:làm|giữ))\b.*\b(?:khi nào|năm nào|bao giờ|hồi nào)"
        r"|\b(?:khi nào|năm nào|bao giờ|hồi nào)\b.*\b(?:lên làm|giữ chức|nhậm chức|được (?:bầu|bổ nhiệm|cử) làm)\b"
        rf"|\b(?:làm|là|giữ (?:chức|cương vị)|lãnh đạo|đứng đầu) (?:–|{VIETNAMESE_POSTS}).*\btừ (?:khi nào|năm (?:nào|mấy|bao nhiêu)|bao giờ|lúc nào|hồi nào)",
        r"\bbec[oa]me|\boffice\b|\belect|appoint|\bsworn|inaugurat|nominat|\bsince\b|\bterm\b|promot|\btook over|\bnamed\b|\bchosen\b|crowned|\breign"
        r"|succeed|nhậm chức|bổ nhiệm|\bbầu\b|trở thành|giữ chức|đảm nhiệm|nhiệm kỳ|từ năm|lên làm|lên ngôi|tuyên thệ|được cử", bound=False,
    ),
    _attribute(
        r"\b(?:when|(?:which|what) year)\b.*\b(?:built|constructed|erected)\b|\byear .*\bconstruction\b",
        r"\bxây\b.*\b(?:khi nào|năm nào|bao giờ|hồi nào|năm mấy)|\b(?:khi nào|năm nào|bao giờ|hồi nào)\b.*\bxây\b|\bnăm xây\b",
        r"\bbuil|construct|erect|complet|\bopen|inaugurat|\bxây|hoàn thành|khánh thành|dựng|khởi công", bound=False,
    ),
    _attribute(
        r"\b(?:what|which) colou?rs?\b", r"\bmàu (?:gì|nào|sắc nào)\b",
        r"\b(?:red|blue|green|yellow|white|black|brown|gr[ae]y|orange|purple|violet|pink|gold(?:en)?|silver|beige|turquoise|crimson|scarlet|navy|cream|"
        r"colou?r\w*)\b|(?<!\w)(?:màu|đỏ|xanh|vàng|trắng|đen|nâu|xám|cam|tím|hồng|bạc|be|kem)(?!\w)",
        bound=False,
    ),
    _attribute(
        r"\b(?:what|which) (?:street|road|avenue|boulevard|lane|alley)\b|\b(?:street|postal) address\b",
        r"\b(?:(?<!thành )phố|đường|ngõ|đại lộ|hẻm) (?:nào|gì)\b|\bđịa chỉ\b.*\b(?:nào|gì|đâu)\b",
        r"\bstreets?\b|\bst\.|\broads?\b|\bavenues?\b|boulevard|\blane\b|\balley|highway|(?<!thành )\bphố\b|\bđường (?!lối|dây|truyền|hướng)|\bngõ\b|đại lộ"
        r"|\bhẻm\b|địa chỉ", bound=False,
    ),
    _attribute(
        r"\b(?:what|which) (?:material|medium|kind of (?:material|paint|wood|stone|metal))\b|\bwhat\b.*\b(?:made|built|carved|cast) (?:out )?of\b",
        r"\bchất liệu\b.*\b(?:gì|nào)\b|\b(?:làm|đúc|tạc|xây|vẽ) (?:bằng|từ) (?:gì|chất|vật|loại)",
        r"material|made (?:\w+ )?(?:of|from)|lacquer|\bsilk|\boils?\b|canvas|bronze|\bwood|stone|marble|ceramic|porcelain|\bgold\b|golden|silver"
        r"|brass|copper|\biron\b|steel|\bglass|paper|bamboo|rattan|leather|plastic|concrete|\bclay\b|cotton|granite|ivory|jade|watercolou?r|acrylic"
        r"|\bbricks?\b|aluminium|velvet|wool|sơn mài|\blụa|sơn dầu|màu nước|\bgốm|\b(?<!đại )sứ\b|\bgỗ|bằng (?:đồng|đá|vàng|bạc|da|giấy|tre|vải|sắt|nhựa)"
        r"|\b(?:mạ|đúc|dát) |bê tông|thủy tinh|đá (?:cẩm|hoa|granit|ong)|\bthép|chất liệu|\bnhôm|\bgạch|làm từ|mây tre", bound=False,
    ),
    _attribute(
        r"\bpredecessors?\b|\bbefore (?:him|her)\b", r"\b(?:tiền nhiệm|người trước đó)\b",
        r"predecessor|succe(?:ed|ssor)|replac|took over|\bformer\b|\bprevious|\bpast\b|tiền nhiệm|kế nhiệm|\bthay\b|\bnguyên\b|\bcựu\b|các thời kỳ|trước đ",
        bound=False,
    ),
    _attribute(
        r"\bhow far\b|\bdistance\b.*\b(?:between|from)\b", r"\bbao xa\b|\bbao nhiêu (?:km|cây số|ki-?lô-?mét)\b",
        r"\d[\d.,]*[ -]?(?:k?m|kilomet\w*|met\w*|miles?|mét|cây số|hải lý)\b|hours?|minutes?|\bgiờ\b|\bphút\b|\bmiles?\b|\bfeet\b",
    ),
    _attribute(
        r"\b(?:phone|telephone|hotline) number\b|\bhotline\b", r"\b(?:số điện thoại|đường dây nóng)\b.*\b(?:nào|gì|bao nhiêu|mấy)",
        r"\d[\d. -]{5,}\d",
    ),
    _attribute(
        r"\bwhat (?:is|was) the (?:web ?site|e-?mail)\b|\b(?:web ?site|e-?mail) address\b", r"\b(?:trang web|website|email)\b.* (?:nào|gì)\b",
        r"@|www\.|https?:|\.(?:vn|com|org|net)\b",
    ),
    _attribute(
        r"\bhow much\b.*\b(?:trade|exports?|imports?|invest\w*|lend|lent|borrow\w*)\b"
        r"|\bwhat (?:is|was|are|were)\b.*\b(?:turnover|trade (?:volume|value|deficit|surplus)|gdp|gross domestic product|revenues?|profits?|"
        r"exports|imports|debt)\b(?! (?:for|of a|partners?|ministers?|goods|products))"
        r"|\bhow (?:large|big|high) (?:is|was|are|were)\b.*\b(?:trade|turnover|gdp|revenues?|profits?|sales|debt|economy)\b",
        r"\b(?:kim ngạch|doanh thu|doanh số|lợi nhuận|gdp|thương mại|xuất khẩu|nhập khẩu|vốn đầu tư|nợ công|thâm hụt|thặng dư)\b"
        r".*\bbao nhiêu\b(?! (?:phần trăm|lần|nước|loại|%))|\bbao nhiêu\b.*\b(?:kim ngạch|doanh thu|lợi nhuận)\b",
        r"[$€£¥₫]|\d ?%|\bper ?cent\b|phần trăm|\b(?:dollars?|usd|euros?|eur|pounds?|vn[dđ]|dong|yen|yuan)\b|\b(?:million|billion|trillion)\b"
        r"|\d[\d.,]* (?:nghìn |ngàn )?(?:tỷ|tỉ|triệu|đồng)|\d{1,3}[.,]\d{3}[.,]\d{3}", bound=False,
    ),
    _attribute(
        r"\bin (?:return|exchange|reply|turn)\b(?! to\b)", r"\b(?:đáp lễ|đáp lại|đổi lại|tặng lại)\b",
        r"\bin (?:return|exchange|reply|turn)\b|\breciproc|\bback\b|exchang|respond|\brepl|đáp|đổi lại|lại cho|trao đổi", bound=False,
    ),
    _attribute(
        r"^(?:\w+ ){0,2}?(?:when|where|how did|what year|which year|what age)\b.*\b(?:die|died|dies|death|pass(?:ed)? away|buried)\b",
        r"\b(?:qua đời|từ trần|mất|chết|hy sinh)\b (?:ở đâu|tại đâu|(?:vào )?(?:khi nào|năm (?:nào|mấy|bao nhiêu)|ngày nào|bao giờ|lúc nào))",
        r"\bdie[ds]?\b|\bdead|\bdeath|pass(?:ed|es)? away|\bkill|\bburied|\bmurder|assassin|execut|drown|perish|fatal|\bsuicide|\blate\b|\bfuneral"
        r"|qua đời|từ trần|\bmất\b|\bchết|hy sinh|tử vong|thiệt mạng|\bxử tử|an táng|tử nạn|\b[12]\d{3} ?[–-] ?[12]\d{3}", bound=False,
    ),
    _attribute(
        r"\bhow (?:big|large|wide|deep|thick)\b(?! (?:a|an|of)\b)(?!.*\b(?:trade|turnover|gdp|revenues?|profits?|sales|debt|economy|market|crowd|"
        r"population|role|part|share|collection|group|team|class|family|army|delegation|audience|workforce)\b)|\b(?:size|dimensions|width|depth) of\b"
        r"(?!.*\b(?:collection|group|crowd|team|class|family|army|delegation|audience|workforce|population|economy|market)\b)",
        r"\b(?:kích thước|kích cỡ)\b.*\b(?:bao nhiêu|nào)\b|\b(?:rộng|to|lớn|sâu|dày) (?:cỡ|chừng|khoảng)? ?(?:nào|bao nhiêu)\b"
        r"|\bbao (?:rộng|lớn|to|sâu)\b",
        r"\d ?(?:m|cm|km|mm|ha|m2|m²|km2|km²)\b|\d[ -](?:by|x) ?\d|\d ?x ?\d|"
        r"(?:kilo|centi|milli)?met(?:re|er)s?\b(?! (?:from|away|to the|off|north|south|east|west))|inch|\bfeet\b|\bfoot\b|hectare|acre|square|\bmiles?\b"
        r"|\b(?:size|width|depth|area|tiny|huge|small|large|big|wide|deep|giant|million|billion|trillion|thousand|seats?|tons?|tonnes?)\b"
        r"|\bmét\b|vuông|hecta|kích thước|diện tích|\b(?:nhỏ|lớn|rộng|khổng lồ|triệu|tỷ)\b|%", bound=False,
    ),
    _attribute(
        r"\b(?:where|when|what|which)\b.*\b(?:educated|graduate[ds]?|degree|alma mater)\b"
        r"|\b(?:where|which (?:school|university|college))\b.*\b(?:study|studied|attend(?:ed)?)\b",
        r"\b(?:tốt nghiệp|học (?:ở|tại|trường|đại học|ngành))\b.*\b(?:nào|đâu|gì|khi nào)\b|\bhọc (?:đâu|ngành gì)\b",
        r"educat|\bstud(?:y|ied|ies)\b|graduat|\bschool|universit|college|academy|degree|\bph\.?d\b|alumn|\btrained\b|\bhọc\b|tốt nghiệp|trường"
        r"|sinh viên|bằng cấp", bound=False,
    ),
    _attribute(
        r"\b(?:when|(?:what|which) (?:year|date|day|month))\b.*\b(?:open(?:ed)?|inaugurated|launched|unveiled)\b",
        r"\b(?:khánh thành|khai trương|mở cửa|khai mạc)\b.*\b(?:khi nào|năm nào|ngày nào|bao giờ|lúc nào|năm mấy|năm bao nhiêu)"
        r"|\b(?:khi nào|bao giờ|năm nào)\b.*\b(?:khánh thành|khai trương|mở cửa|khai mạc)",
        r"\bopen|inaugurat|launch|unveil|\bstart|\bbegan\b|\bbegin|\bbuilt|\bcomplet|\bpremier|\bdebut|\bdedicat|\breleas|khánh thành|khai trương"
        r"|\bmở\b|khai mạc|ra mắt|bắt đầu|xây|hoàn thành|hoạt động|operat|diễn ra", bound=False,
    ),
    _attribute(
        r"\bhow (?:much|large|big|high)\b.*\b(?:earn(?:ed|s)?|revenues?|profits?|sales|turnover)\b"
        r"|\bwhat (?:is|was|are|were)\b.*\b(?:revenues?|profits?|sales|turnover|income)\b(?! (?:of a|tax|rate))",
        r"\b(?:doanh thu|doanh số|lợi nhuận|lãi(?! suất)|thu nhập)\b.*\bbao nhiêu\b|\bbao nhiêu\b.*\b(?:doanh thu|lợi nhuận)\b",
        r"\bearn|revenue|profit|\bsales\b|\bsold\b|turnover|\bincome|\bloss|\bgross|\bnet\b|\bmade\b|\btrade|export|doanh thu|doanh số|lợi nhuận|\blãi\b|\blỗ\b"
        r"|\bthu\b|kim ngạch|thương mại|xuất khẩu", bound=False,
    ),
    _attribute(
        r"\bhow (?:long|many years) (?:has|have|had|did|was) \S+.*\b(?:been|serv\w+|held|hold|led|lead)\b",
        r"\b(?:làm|giữ chức|giữ cương vị|tại nhiệm) .*\b(?:bao nhiêu|mấy) năm\b|\b(?:giữ chức|giữ cương vị|tại nhiệm) .*\bbao lâu\b",
        r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten) (?:years?|months?|days?|weeks?)"
        r"|\bsince\b|\bdecades?\b|\b(?:19|20)\d\d\b|\d+ (?:năm|tháng)|\btừ\b",
    ),
    _attribute(
        r"^(?:\w+ )?(?:which|what|who)\b.*\b(?:chair(?:s|ed|ing)?|presid(?:es|ed|ing)|(?:hold|has)\w* the (?:\S+ )*(?:chair|presidency)\w*)\b(?! (?:of|judge))",
        r"\b(?:nào|ai)\b.*\b(?:chủ trì|làm (?:chủ tịch|–))(?=.*–)|\b(?:giữ (?:chức|ghế|cương vị)) (?:chủ tịch|–).*\bnào\b",
        r"\bchair|\bpresid|\bhead(?:s|ed)?\b(?! of)|\bled\b|\bhost|chủ tịch|chủ trì|chủ tọa|đứng đầu|dẫn đầu|luân phiên|đăng cai", bound=False,
    ),
    _attribute(
        r"^(?:\w+ )?(?:which|what|who)\b.*\bhost(?:s|ed|ing)?\b.*\b(?:(?:this|next|last) year|summit|conference|games|cup|tournament|olympics|"
        r"championships?|festival|meeting)\b",
        r"\b(?:đăng cai|chủ nhà của)\b.*\b(?:nào|ai|đâu)\b|\b(?:nào|ai)\b.*\b(?:đăng cai|chủ nhà)\b",
        r"\bhost|\bheld\b|\bholds?\b|organi[sz](?:e|es|ed|ing|ers?)\b|\bstag(?:e|ed|es|ing)\b|venue|t(?:ake|akes|ook) place|\bopened\b|đăng cai|chủ nhà"
        r"|tổ chức|diễn ra|khai mạc", bound=False,
    ),
    _attribute(
        r"\b(?:who|by whom)\b.*\b(?:author|painter|sculptor|composer|artist|creator|designer|illustrator)\b|"
        r"\b(?:what|which) (?:artist|painter|author|composer|sculptor)\b"
        r"|\bwho(?: was it that)? (?:painted|drew|sculpted|composed|designed|wrote|made the (?:painting|picture|artwork|statue))\b",
        r"\b(?:ai|nào|gì)\b.*\b(?:tác giả|người vẽ|người thiết kế)\b|\b(?:tác giả|người vẽ|người thiết kế)\b.*\b(?:ai|nào|gì)\b|\bhọa sĩ nào\b"
        r"|\bai (?:là người )?(?:đã )?(?:vẽ|sáng tác|thiết kế|viết|tạc|soạn)\b",
        r"\bartist|\bpainter|\bpainted\b|\bdrew\b|\bdrawn\b|author|\bwr(?:ote|itten|iter)|\bcreat|design|compos"
        r"|sculpt|illustrat|\bby (?!the |a |an |its |their |his |her |\d)|\bpublished\b"
        r"|tác giả|họa sĩ|\bvẽ\b|sáng tác|thiết kế|\bviết\b|nghệ sĩ|nhà văn|nhà thơ|nhạc sĩ|tạc|phác thảo",
        bound=False,
    ),
    _attribute(
        r"\b(?:what|which) (?:airport|airline|flight|carrier|aircraft|plane)\b", r"\b(?:sân bay|chuyến bay|hãng bay|hãng hàng không|máy bay) (?:nào|gì)\b"
        r"|\bbay chuyến nào\b",
        r"airport|\bair(?:lines?|ways)\b|\bflights?\b|\bfl(?:y|ies|ew|own|ying)\b|\bland(?:ed|s|ing)?\b|took off|aircraft|planes?\b"
        r"|sân bay|chuyến bay|hàng không|máy bay|hạ cánh|cất cánh|chuyên cơ", bound=False,
    ),
    _attribute(
        r"\b(?:what|which|how many) (?:\S+ ){0,3}?(?:targets?|quotas?|indicators?|benchmarks?)\b",
        r"\b(?:chỉ tiêu|chỉ số|hạn ngạch)(?: \S+){0,3} (?:nào|gì|bao nhiêu)\b|\b(?:nào|bao nhiêu) chỉ tiêu\b",
        r"target|quota|indicator|benchmark|\bgoals?\b|\baims?\b|\bindex|chỉ tiêu|chỉ số|mục tiêu|hạn ngạch", bound=False,
    ),
)  # fmt: skip
