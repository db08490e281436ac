"""How often Vietnamese syllables stand as words of their own, in three bands; written for Trích, not counted anywhere.

Only for telling apart syllables that are the same without marks: `của` is likelier than `cửa`, whatever the topic.
"""

from __future__ import annotations

_EVERYWHERE = (
    "ai anh ba bao bà bằng bị bởi các cả cao chỉ cho chị chưa con còn có cô cũng của cùng cần dù do đang đã đây đâu đầu đến đều để "
    "đi điều đó được em gì giữa hai hay họ hơn khác không khi là làm lại lên lần lớn lúc mà mấy mình mọi mỗi một mới nào này năm nên "
    "ngày người nhà nhau nhất nhiêu nhiều như nhưng những nó nói nước nữa ông ở phải qua ra rất rằng sau sẽ số tại theo thành "
    "thấy thế thể thì tới tôi trên trong trước từ tuy và vào vẫn về vì việc với vừa xuống"
)
_OFTEN = (
    "ạ bác bài bán bàn bạn bay bắt bên biết biển bố bốn bộ bớt bức bước ca cái cao câu cây cầu chạy chết chiếc chiều chính chín chỗ "
    "chọn chồng chơi chủ chung chuyến chuyện chức cuộc cuối cuốn cũ cứ cửa dài dẫn dân dùng dưới dự đại đảo đảng đạt đánh đặt đất đấu "
    "đẹp đêm điểm dịch đoàn đọc đón đóng đội đợt đời đơn đổi đỗ đứng đúng đưa đường gái gặp gần ghi giá giúp giữ giờ giây giải giới "
    "góp gọi gửi hàng hãng hãy hát hết hiến hiện hiểu học hỏi hội hộ hôm hồi hồ khách khai khiến khỏi khó kéo kể kém kết ký kỳ kia lá "
    "lập lấy loại loài lòng lời lũ luật luôn lượng lương lớp lệ lễ máy mang mạnh mất mặt mẹ mẫu mong món mở mua muốn mưa mức môn "
    "mùa nam nằm nghe nghề nghĩ ngoài ngôi ngồi nguồn nguyên nhìn nhận nhằm nhân nhỏ nhờ nhớ nhóm nơi núi nữ nửa phá phát phần phí "
    "phía phim phòng phó phố phút phục quá quà quan quân quả quận quê quốc quyền quyết rừng rõ rời sao sang sáng sáu sân sinh sông "
    "sống sợ sớm sử sức tám tàu tay tăng tặng tên tháng thăm tham tham thay thắng thân thầy thấp theo thi thích thiếu thịt thôn thôi thời thu "
    "thua thuê thuế thuốc thuộc thủ thư thứ thường thưởng thực tiền tiếng tin tim tìm tính tỉnh to tốt tội tối tổ trai tranh trả "
    "trẻ trẻ trong trồng trời trở trường trưởng trận tuần tuổi tù từng tự tức ủng uống vai vàng văn vật vé vẽ viên viết viện vọng "
    "vốn vòng vợ vụ vui vùng vua vượt xa xã xảy xe xem xin xuất xử xây yêu tỷ triệu nghìn trăm mười bảy"
)
_SOMETIMES = (
    "án ảnh áo ăn âm ấm ấy bác bạc bảng băng bảo bão bầu bé bền bệnh bến bia bỏ bóng bò bờ bộc bơi bờ bụi buổi buộc bữa cá cai căn cáo "
    "cắt cân cấm cấp cất chân chất châu cháu chảy cháy chậm chê chế chỉ chi chia chìm chịu chó chợ chúa chùa chữ chữa chứa chứng chương chú cờ "
    "cơ cỡ cổ cột cố công cơm củ cúp cung cưới cứu cử dạ dạy dành dày dân dâu dầu dễ di đích diện dòng dọc dựng dựa dương dừng đã đá đáy "
    "đài đàn đạo đáp đau đặc đấy đậu đỏ đủ đồ đó đôi đối đồi đốt đợi đình đỉnh định đen đèn đèo đẻ đề đế đếm đi độ đốc đoạn đồng đông động đức gãy "
    "gan gà gạo gắn gấp gây ghế ghét gỗ gốc gồm giao giải giàu giáo giảm giấy giếng giết giọng giống gió già giàn hạ hạng hại hải hành "
    "hạn hầm hậu hè hẹn hẹp hiếm hình hỏa hoa hoãn hoặc hoàn họp hòa hợp hổ hưởng hướng hút im in kênh kêu khám khen khóa khóc khoa khoảng khối khởi "
    "khu khung kích kiện kiểu kim kinh kính lạ lan lãnh lát lắm lăng lắp lầu lâu lẽ lo lỗ lông lợi lợn lửa lưng lưới lượt luồng lùi lạnh "
    "lối mắc mắt màu màn máu mã mèo mì miền miếng mía mỏ mỏng môi môi mồi mộ mổ mời mơ mũ mục mừng nâng nấu nắng nặng nền nếp nghèo "
    "nghị nghỉ nghi nghiêm ngân ngành ngắn ngàn ngã ngựa nguy ngủ ngừng nhạc nhẹ nhanh nhật nhiệt nhiệm nhịp nối nội nổ nộp nổi nông nuôi nợ ốm ổn oan "
    "pháo pháp phạm phạt phái phân phép phổi phụ phủ phục phường quy quen quên quét quanh quý ra răng rau rắn rẻ rẽ rét riêng rộng rồi rơi ru rút rượu "
    "sách sạch sàn sau sâu sắp sắc sắt sĩ siêu sĩ sóng son soạn so sơ sở suốt súng sứ sửa sự sương tai tài tạo tạm tan tàn tấn tầm tầng tập "
    "tắm tắt tây thạch thả thái thảm thanh thành tháp thạo thăng thẳng thất thật thấm thẻ thép thêm thí thìa thiên thiệt thiện thị thọ thỏ thoát thỏa thô "
    "thợ thổ thở thơ thuyền thủy thú thức tiếc tiếp tiệc tiến tiêu tình tịch tĩnh tòa toán toàn tố tốc tông tổng tôn tôm tờ trắng "
    "trái tràn trạm trại trán trao trăng treo trí trị trình trông trộm trụ trục trung trứng trượt truyện trường truy tua tuyên tuyển tuyến tuyết túi "
    "tủ tử tư tướng tượng tường tước tươi tưởng tựa ước vách vay vắng vẻ vị vịnh vịt việt vinh vỏ võ vô vôi vỡ vở vỗ vội vũ vườn vững xác xanh xét xếp xóm "
    "xóa xuân xưa xứ xương xưởng y ý yếu yên"
)
_BANDS = ((_EVERYWHERE, 6.0), (_OFTEN, 2.0), (_SOMETIMES, 0.6))

FREQUENT: dict[str, float] = {s: weight for words, weight in reversed(_BANDS) for s in words.split()}
"""Canonical syllables and a weight that says how common each is, against the others."""

_ASKING = (
    "là gì|là ai|làm gì|tên gì|cái gì|điều gì|việc gì|những gì|ở đâu|tại đâu|từ đâu|đến đâu|khi nào|lúc nào|hồi nào $|vị nào|bao giờ|thế nào|"
    "như thế nào|ra sao|vì sao|tại sao|làm sao|bao nhiêu|có bao nhiêu|bao lâu|bao xa|những ai|thứ mấy|của ai|với ai|cho ai|do ai|"
    "bởi ai|ai đã|ai là|đã được|được gọi|gọi là|có phải|phải không|hay không|hay chưa|có thể|không thể|trong năm|vào năm|năm bao nhiêu|"
    "vào ngày|vào tháng|từ năm|đến năm|lần thứ|cho biết|xin hỏi|cho hỏi|cho tôi biết|nói gì|về việc|về điều|của ông|của bà|ông đã|bà đã|"
    "bị bắt|để làm gì|vì lý do|lý do gì|cùng với|đi cùng|đối với|trong khi|sau khi|trước khi|đã có|đã bị|đang bị|còn đang|vẫn còn|"
    "còn lại|còn ai|còn gì|sẽ được|không được|cho là|được nhận|nào được|nào đã|nào của|gì của|gì về|gì đã|gì cho|của các|các nước|"
    "một trong|trong số|là một|bằng gì|bằng cách nào|đã làm|đã nói|có những|những người|mỗi người|mỗi năm|mỗi ngày|mất bao lâu|"
    "trong bao lâu|thì sao|thế còn|tên là|có tên|như vậy|với nhau|so với|theo ông|theo bà|hơn bao nhiêu|gần bao nhiêu|từng là|^ thế còn|"
    "^ còn|^ mỗi|^ ông|^ bà|^ tên|^ vì|^ ai|^ những|^ có|^ cho|^ đội|^ ngoài|^ sau|vậy $|vậy ạ $|nhỉ $|thế $|không $|chưa $|gì $|nào $|đâu $|"
    "xin cho tôi|xin cho tôi hỏi|theo bài báo|trong bài báo|bài viết|báo viết|tờ báo|ai ạ|gì ạ|nào ạ|đâu ạ|ạ $|"
    "còn những|còn làm|còn được|rồi $|rồi nhỉ|rồi vậy|lâu rồi|năm rồi|phẩm rồi|muốn hỏi|tôi hỏi|cho tôi xin|hỏi những|hỏi ai|hỏi ông|hỏi bà|"
    "quà của|quà gì|quà nào|quà tặng|"
    "món quà|tặng quà|nhận quà|quà kỷ|ảnh trong|trong ảnh|bức ảnh|tấm ảnh|^ quà của|^ quà gì|^ ảnh trong|^ ảnh do|"
    "ảnh do|ảnh của|ảnh này|ảnh chụp|chụp ảnh|đặt ở|đặt tại|được đặt|"
    "nói các|nói rằng|ông nói|bà nói|thuộc cấp|thuộc về|thuộc nước|một khối|trong khối|cả khối|chức danh|danh gì|danh nào|dành cho|để dành|bây giờ|lấy của|"
    "lấy từ|trong bài|bài lấy|được lợi|lợi gì|lợi ích|có lợi|vị thế|vị trí|nước ta|nước mình|đảng nào|của đảng|đầu đảng|vào đảng|thì sẽ|theo bài|bài báo|"
    "bài viết|vẫn còn|ngoài ra|ra đón|đã đón|đón đoàn|đến thăm|sang thăm|đi thăm|chuyến đi|chuyến thăm|dịp này|nhân dịp"
)
_COUNTED = (
    "người ngày lần năm tháng tuần giờ phút giây tiếng đêm bàn con cái nước đội trận điểm tỉnh xã huyện quận phường thôn làng nhà hộ cây "
    "cuốn ca vụ lớp tầng phòng môn bài món loại loài giải hãng đơn nghề ngành bộ ban trường hồ sông cầu đường phố vùng miền nơi chỗ phim "
    "sách tờ báo đài kênh mùa buổi hôm bệnh chức vị ông bà cô chiếc bức tấm quả vé suất tuổi tiền đồng tấn mét cách nhóm hội đoàn đảng tòa "
    "án tội luật quỹ dự đảo biển núi rừng chợ chùa nhân thuốc trẻ cháu khách thành quốc"
)
PHRASES: tuple[str, ...] = tuple(_ASKING.split("|"))
"""Neighbours that are frequent in questions; `^` and `$` stand for the beginning and the end."""
COUNTED: tuple[str, ...] = tuple(dict.fromkeys(_COUNTED.split()))
"""What people ask for: first syllables of the nouns before `nào` and `gì`, and behind `mấy` and `bao nhiêu`."""
