"""The stories that the page layouts are filled with: invented news in both languages, and the junk that surrounds news."""

# ruff: noqa: E501
from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Story:
    """One invented article and what a site of its language puts around it."""

    language: str
    title: str
    lead: str
    paragraphs: tuple[str, ...]
    subheads: tuple[str, str]
    captions: tuple[str, str]
    items: tuple[str, str, str]
    table: tuple[tuple[str, str], ...]
    author: str
    site: str
    date_iso: str
    date_shown: str
    related: tuple[str, ...]
    comments: tuple[str, ...]
    cookie: str
    follow: str
    read_more: str
    menu: tuple[str, ...]
    advert: str
    footer: str


VI_BRIDGE = Story(
    language="vi",
    title="Thông xe cầu Sông Hiếu, rút ngắn nửa giờ đường tới cảng",
    lead="Cây cầu dài 1,2 km nối hai bờ sông Hiếu được thông xe sáng 14/5, sau ba năm thi công và hai lần lùi tiến độ vì lũ.",
    paragraphs=(
        "Theo Ban quản lý dự án giao thông tỉnh, công trình có tổng mức đầu tư 870 tỷ đồng, trong đó 600 tỷ đồng từ ngân sách trung ương.",
        "“Người dân hai xã không còn phải chờ phà mỗi sáng”, ông Trần Văn Hậu, Chủ tịch UBND huyện, nói tại lễ thông xe.",
        "Cầu gồm 14 nhịp, mặt cắt ngang 16 m, đủ cho bốn làn xe và hai lối đi bộ. Nhịp chính dùng công nghệ đúc hẫng cân bằng, thi công trên khung vây cọc ván thép.",
        "Hai năm trước, nước lũ dâng cao 4,3 m cuốn trôi một phần đường công vụ, khiến nhà thầu phải dừng thi công 45 ngày.",
        "Không ai bị thương.",
        "Tuyến đường dẫn hai đầu cầu dài 3,8 km, kết nối quốc lộ 9 với đường ven biển. Thời gian từ trung tâm thành phố tới cảng Mỹ Thủy giảm từ 75 phút xuống còn khoảng 45 phút.",
        "Sở Giao thông vận tải cho biết xe tải trên 30 tấn tạm thời chưa được lưu thông trong ba tháng đầu để theo dõi độ lún.",
        "Giai đoạn hai của dự án, gồm nút giao khác mức ở phía bắc, dự kiến khởi công vào quý I năm sau.",
    ),
    subheads=("Ba năm thi công", "Kết nối cảng biển"),
    captions=(
        "Cầu Sông Hiếu nhìn từ phía bờ nam trong sáng thông xe.",
        "Những chiếc xe đầu tiên qua cầu. Ảnh: Quang Minh",
    ),
    items=("Tổng chiều dài: 1.215 m", "Bề rộng mặt cầu: 16 m, bốn làn xe", "Tải trọng thiết kế: HL-93"),
    table=(
        ("Hạng mục", "Chi phí"),
        ("Phần cầu chính", "520 tỷ đồng"),
        ("Đường dẫn", "230 tỷ đồng"),
        ("Giải phóng mặt bằng", "120 tỷ đồng"),
    ),
    author="Quang Minh",
    site="Báo Miền Sông",
    date_iso="2024-05-14T10:32:00+07:00",
    date_shown="Thứ ba, 14/5/2024, 10:32 (GMT+7)",
    related=(
        "Cầu vượt thứ hai của thành phố chậm tiến độ 8 tháng",
        "Người dân góp đất làm đường, xã hoàn thành sớm một năm",
        "Cảng Mỹ Thủy đón chuyến tàu container đầu tiên",
        "Vì sao nhiều dự án giao thông phải điều chỉnh vốn?",
        "Phà Cam An dừng hoạt động sau 40 năm",
    ),
    comments=(
        "Quê tôi ở ngay bờ bắc, chờ cây cầu này từ hồi còn bé. Chúc mừng bà con, từ nay đi chợ đỡ vất vả rất nhiều.",
        "Mong sớm có xe buýt chạy qua cầu để học sinh đi học cho an toàn, chứ đi xe máy gió lớn lắm.",
        "Bao giờ mới khởi công giai đoạn hai vậy ban quản lý dự án? Nút giao phía bắc giờ cao điểm kẹt xe kinh khủng.",
        "Cảm ơn các kỹ sư và công nhân đã làm việc xuyên lễ, xuyên Tết để kịp tiến độ.",
    ),
    cookie="Chúng tôi sử dụng cookie để cải thiện trải nghiệm của bạn. Bằng việc tiếp tục sử dụng trang, bạn đồng ý với chính sách của chúng tôi.",
    follow="Mời quý độc giả theo dõi Báo Miền Sông trên Facebook và Zalo để cập nhật tin tức nhanh nhất.",
    read_more=">> Xem thêm: Toàn cảnh các dự án giao thông miền Trung",
    menu=(
        "Trang chủ",
        "Thời sự",
        "Thế giới",
        "Kinh doanh",
        "Giải trí",
        "Thể thao",
        "Pháp luật",
        "Giáo dục",
        "Sức khỏe",
        "Đời sống",
    ),
    advert="Căn hộ cao cấp ven sông chỉ từ 1,5 tỷ đồng, chiết khấu tới 12% trong tháng này. Liên hệ ngay để nhận bảng giá!",
    footer="Giấy phép số 123/GP-BTTTT. Tổng biên tập: Lê Thị Hoa. Tòa soạn: 12 Trần Phú. Điện thoại: 024 0000 0000. © 2024 Báo Miền Sông. Giữ toàn quyền.",
)

EN_BRIDGE = Story(
    language="en",
    title="Harbour town opens tidal barrier after a decade of floods",
    lead="A 900-metre tidal barrier was switched on in Port Ellery on Tuesday, ten years after a storm surge flooded a third of the town.",
    paragraphs=(
        "The barrier, made of eleven steel gates that lie flat on the seabed, can be raised in 26 minutes when a surge is forecast.",
        "“We have stopped counting the nights we slept in the school gym,” said Maria Oakes, who runs a bakery on Quay Street.",
        "Construction cost $412 million, of which the national government paid 60 per cent. The rest came from a harbour levy that cargo ships have paid since 2017.",
        "Engineers tested the gates 14 times over the winter. On two occasions a gate failed to lock, and a set of hydraulic seals had to be replaced.",
        "Nobody was hurt in the tests.",
        "The town council said insurance premiums for the 3,200 homes behind the barrier were expected to fall by about a fifth from next year.",
        "Environmental groups remain cautious. They want the gates kept open on ordinary tides, so that the salt marsh north of the harbour is not cut off from the sea.",
        "A review of the marsh will be published every spring, the council's engineer, Tom Adeyemi, told reporters.",
    ),
    subheads=("Eleven gates", "A cautious welcome"),
    captions=(
        "The first gate rises during Tuesday's ceremony in Port Ellery.",
        "Residents watch from the old lighthouse. Photo: Dana Whitlock",
    ),
    items=("Length: 900 metres", "Gates: eleven, each of 310 tonnes", "Time to raise: 26 minutes"),
    table=(
        ("Part", "Cost"),
        ("Gates and hinges", "$240 million"),
        ("Foundations", "$131 million"),
        ("Control room", "$41 million"),
    ),
    author="Dana Whitlock",
    site="The Ellery Post",
    date_iso="2024-06-18T14:05:00+01:00",
    date_shown="June 18, 2024 14:05",
    related=(
        "How the surge of 2014 changed the town",
        "Harbour levy to stay until 2031, council says",
        "Five coastal towns that built their own defences",
        "Opinion: the marsh cannot wait for another review",
        "Ferry timetable changes from Monday",
    ),
    comments=(
        "I grew up on Quay Street and never thought I would see this finished. Well done to everyone who worked through the winter.",
        "Let us hope somebody has budgeted for maintenance, because steel and salt water do not get on for very long.",
        "What about the south side of the river? We were flooded as well and nobody even asked us what we needed.",
        "Lovely ceremony, and the brass band was a nice touch.",
    ),
    cookie="We and our partners use cookies to store and access information on your device. By clicking Accept you consent to the processing of your data.",
    follow="Follow us on Facebook and Twitter for the latest updates from The Ellery Post.",
    read_more="Read more: The decade that changed the harbour",
    menu=("Home", "News", "World", "Business", "Politics", "Sport", "Culture", "Opinion", "Weather", "Jobs"),
    advert="Luxury riverside apartments from only $250,000. Move in this summer and pay no fees for a year. Book your viewing today!",
    footer="© 2024 The Ellery Post Ltd. All rights reserved. Registered office: 1 Harbour Square. Terms of use. Privacy policy. Contact the newsroom.",
)

VI_RICE = Story(
    language="vi",
    title="Giá gạo xuất khẩu tăng tuần thứ tư liên tiếp",
    lead="Gạo 5% tấm được chào bán ở mức 585 USD một tấn vào cuối tuần, cao nhất từ đầu năm, do nguồn cung trong nước thu hẹp.",
    paragraphs=(
        "Hiệp hội Lương thực cho biết lượng gạo tồn kho tại các doanh nghiệp chỉ còn khoảng 400.000 tấn, giảm một phần ba so với cùng kỳ.",
        "Tại An Giang, thương lái thu mua lúa tươi với giá 8.200 đồng mỗi kg, tăng 300 đồng so với tuần trước.",
        "Bà Nguyễn Thị Lành, chủ ba ha lúa ở huyện Thoại Sơn, nói đây là vụ đầu tiên trong năm năm gia đình bà lãi trên 40 triệu đồng mỗi ha.",
        "Ở chiều ngược lại, các nhà máy xay xát nhỏ gặp khó vì phải trả tiền mặt trong khi hợp đồng xuất khẩu thanh toán sau 60 ngày.",
        "Philippines tiếp tục là thị trường lớn nhất, chiếm 46% lượng gạo xuất khẩu trong bốn tháng đầu năm. Indonesia và Ghana đứng kế tiếp với 14% và 9%.",
        "Chuyên gia Phạm Đức Long dự báo giá khó giữ được mức này khi vụ hè thu bắt đầu thu hoạch rộ vào tháng 7.",
        "Bộ Công Thương yêu cầu các địa phương báo cáo lượng tồn kho hằng tuần.",
    ),
    subheads=("Nông dân có lãi", "Triển vọng vụ hè thu"),
    captions=("Bốc xếp gạo tại cảng Mỹ Thới. (Ảnh: TTXVN)", "Nông dân Thoại Sơn thu hoạch lúa."),
    items=("Gạo 5% tấm: 585 USD một tấn", "Gạo 25% tấm: 560 USD một tấn", "Gạo thơm: 690 USD một tấn"),
    table=(("Thị trường", "Tỷ trọng"), ("Philippines", "46%"), ("Indonesia", "14%"), ("Ghana", "9%")),
    author="Thu Hà",
    site="Nông Thôn Ngày Mới",
    date_iso="2023-05-20T07:15:00+07:00",
    date_shown="20/05/2023 07:15",
    related=(
        "Vì sao lúa thơm được mùa?",
        "Doanh nghiệp gạo xoay vốn cuối vụ",
        "Hạn mặn lùi sâu ở bán đảo Cà Mau",
        "Chợ gạo trăm tuổi bên sông Hậu",
    ),
    comments=(
        "Mong giá giữ được tới vụ sau cho bà con đỡ khổ, chứ phân bón vẫn còn cao lắm.",
        "Giá tăng nhưng người trồng lúa thuê đất như tôi cũng không dư bao nhiêu.",
    ),
    cookie="Trang web này sử dụng cookie nhằm mang lại trải nghiệm tốt nhất cho bạn đọc. Xem chính sách bảo mật để biết thêm chi tiết.",
    follow="Theo dõi Nông Thôn Ngày Mới trên Google News.",
    read_more="Đọc thêm: Toàn cảnh thị trường nông sản tháng 5",
    menu=("Trang nhất", "Nông nghiệp", "Thị trường", "Khuyến nông", "Video", "Ảnh", "Liên hệ"),
    advert="Phân bón hữu cơ thế hệ mới, tăng năng suất 20%, giao hàng miễn phí toàn quốc. Gọi ngay hôm nay để được tư vấn.",
    footer="Cơ quan chủ quản: Hội Nông dân. Số giấy phép 45/GP. Mọi hành động sử dụng nội dung phải có sự đồng ý bằng văn bản.",
)

EN_LAB = Story(
    language="en",
    title="Lab grows coral from frozen larvae for the first time at sea",
    lead="Scientists have raised young corals from larvae frozen at minus 196 degrees and settled them on a living reef, a step that could help restore bleached waters.",
    paragraphs=(
        "The team from the Lizard Bay Marine Institute thawed 24,000 larvae in January and kept the survivors in floating nurseries for nine weeks.",
        "About 11 per cent of them settled on ceramic tiles, according to a paper published in the journal Reef Science on Friday.",
        "“Eleven per cent sounds small until you remember that in nature it is well below one,” said the lead author, Dr Ines Falcão.",
        "Freezing has been used for fish and cattle for decades, but coral larvae are full of fat and water, and ice crystals tear them apart.",
        "The researchers solved that with a gold-flecked gel and a laser, which warms the larvae evenly in a few milliseconds.",
        "It is not cheap. Each surviving coral cost about $38, the paper says, though the authors expect the price to fall tenfold with larger lasers.",
        "Independent experts called the result promising. “The test will be whether they are alive after the next hot summer,” said Kofi Mensah of the Ocean Trust.",
    ),
    subheads=("A gel and a laser", "What it costs"),
    captions=(
        "Juvenile corals on a tile after nine weeks. (Photo: Lizard Bay Marine Institute)",
        "Dr Ines Falcão prepares a frozen sample.",
    ),
    items=("24,000 larvae thawed", "2,640 settled on tiles", "1,910 alive after three months"),
    table=(("Stage", "Survivors"), ("Thawed", "24,000"), ("Settled", "2,640"), ("Three months", "1,910")),
    author="Helen Marsh",
    site="Tidewater Science",
    date_iso="2025-02-07T09:00:00Z",
    date_shown="7 February 2025",
    related=(
        "Why reefs bleach, explained",
        "The laser that warms without burning",
        "Ocean Trust names three reefs to watch",
        "Nine weeks in a floating nursery",
    ),
    comments=(
        "Fascinating. I wonder how the gel is removed afterwards and where all of that gold ends up.",
        "Thirty-eight dollars each is a bargain compared with what the reef brings in from tourism.",
    ),
    cookie="This site uses cookies to analyse traffic and for ads measurement purposes. Learn more about how we use cookies in our privacy notice.",
    follow="Sign up for our weekly newsletter and get the best of Tidewater Science in your inbox.",
    read_more="Related: Why reefs bleach, explained",
    menu=("Latest", "Oceans", "Climate", "Space", "Health", "Podcasts", "About"),
    advert="Dive the reef this autumn with 20% off all liveaboard trips. Offer ends soon, terms apply. Reserve your place now.",
    footer="Tidewater Science is a trading name of Tidewater Media. Copyright 2025. All rights reserved. Advertise with us. Careers.",
)

STORIES = (VI_BRIDGE, EN_BRIDGE, VI_RICE, EN_LAB)
