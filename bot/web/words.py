"""The page's own words, in both languages; the keys that start with `js_` go to the page's script."""

from __future__ import annotations

from collections.abc import Mapping

from bot.models import Language

_WORDS: dict[str, tuple[str, str]] = {
    "tagline": ("Hỏi đáp báo chí có trích dẫn", "News answers with citations"),
    "welcome": ("Hỏi về các bài báo", "Ask about the articles"),
    "welcome_text": (
        "Mỗi câu trả lời đều dẫn nguồn. Bấm vào số để đọc đúng đoạn báo gốc.",
        "Every sentence is cited. Press a number to read the very paragraph it comes from.",
    ),
    "examples": ("Câu hỏi gợi ý từ các bài báo", "Questions these articles answer"),
    "ask_label": ("Câu hỏi của bạn", "Your question"),
    "ask_placeholder": ("Hỏi về các bài báo…", "Ask about the articles…"),
    "chat": ("Hỏi đáp", "Chat"),
    "articles": ("Bài báo", "Articles"),
    "views": ("Phần", "Views"),
    "conversation": ("Cuộc trò chuyện", "Conversation"),
    "conversations": ("Các cuộc trò chuyện", "Conversations"),
    "new": ("Cuộc trò chuyện mới", "New conversation"),
    "find": ("Tìm cuộc trò chuyện", "Search conversations"),
    "kept": ("Chỉ lưu trong trình duyệt này.", "Kept in this browser only."),
    "export": ("Xuất cuộc trò chuyện này", "Export this conversation"),
    "print": ("In", "Print"),
    "other_language": ("English", "Tiếng Việt"),
    "theme": ("Đổi giao diện sáng / tối", "Switch light / dark"),
    "settings": ("Cài đặt", "Settings"),
    "close": ("Đóng", "Close"),
    "source": ("Nguồn", "Source"),
    "previous": ("Trích dẫn trước", "Previous citation"),
    "next": ("Trích dẫn sau", "Next citation"),
    "copy_quote": ("Chép câu trích kèm nguồn", "Copy as quote with credit"),
    "copy_link": ("Chép liên kết", "Copy link"),
    "wrong_source": ("Nguồn không đúng", "Wrong source"),
    "filter_text": ("Tìm theo tiêu đề hoặc nội dung", "Search titles and texts"),
    "outlet": ("Báo", "Outlet"),
    "language": ("Ngôn ngữ", "Language"),
    "all": ("Tất cả", "All"),
    "vi": ("Tiếng Việt", "Vietnamese"),
    "en": ("Tiếng Anh", "English"),
    "since": ("Từ ngày", "From"),
    "until": ("Đến ngày", "To"),
    "more": ("Xem thêm", "Show more"),
    "upload": ("Thêm bài báo của bạn", "Add your own articles"),
    "upload_text": (
        "Kéo tệp vào đây hoặc chọn tệp: .txt, .html, .pdf, .docx, tối đa {mb} MB. Chỉ bạn thấy, trong phiên này.",
        "Drop files here or choose them: .txt, .html, .pdf, .docx, up to {mb} MB. Only you see them, in this session.",
    ),
    "choose_files": ("Chọn tệp", "Choose files"),
    "loading": ("Đang tải…", "Loading…"),
    "skip": ("Đến ô nhập câu hỏi", "Skip to the question box"),
    "endpoint": ("Địa chỉ máy chủ mô hình (tương thích OpenAI)", "Model endpoint (OpenAI-compatible)"),
    "endpoint_hint": (
        "Để trống: trả lời bằng cách trích nguyên văn, không gửi gì ra ngoài.",
        "Empty: answers are taken word for word from the articles, nothing is sent anywhere.",
    ),
    "model": ("Mô hình", "Model"),
    "key": ("Khóa API", "API key"),
    "key_hint": (
        "Chỉ giữ trong bộ nhớ của phiên này, không bao giờ lưu.",
        "Held in memory for this session only, never stored.",
    ),
    "key_set": ("đã đặt", "set"),
    "passages": ("Số đoạn báo dùng để trả lời", "Paragraphs an answer is drafted from"),
    "strict": ("Chỉ hiện những câu được xác nhận đầy đủ", "Show fully confirmed sentences only"),
    "save": ("Lưu", "Save"),
    "cancel": ("Hủy", "Cancel"),
    "locked": (
        "Máy chủ này dùng chung: không đổi được địa chỉ và khóa.",
        "This server is shared: endpoint and key cannot be changed.",
    ),
    "wrong_title": ("Sai ở đâu?", "What is wrong?"),
    "wrong_answer": ("Câu trả lời sai", "The answer is wrong"),
    "comment": ("Ghi chú (không bắt buộc)", "Comment (optional)"),
    "send": ("Gửi", "Send"),
    "password": ("Mật khẩu", "Password"),
    "login": ("Đăng nhập", "Log in"),
    "login_wrong": ("Mật khẩu không đúng.", "That is not the password."),
    "starting": ("Đang khởi động…", "Starting…"),
    "not_loaded": (
        "Không tải được phần hỏi đáp. Người quản trị máy chủ xem lý do trong nhật ký rồi khởi động lại; trong lúc đó vẫn có "
        "thể hỏi qua API.",
        "The chat could not be loaded. Whoever runs this server finds the reason in its log and can start it again; "
        "meanwhile questions can be asked by the API.",
    ),
    "api": ("API", "API"),
    "js_copy": ("Chép", "Copy"),
    "js_good": ("Câu trả lời đúng", "Good answer"),
    "js_bad": ("Báo sai", "Report a mistake"),
    "js_retry": ("Hỏi lại", "Ask again"),
    "js_edit": ("Sửa câu hỏi và hỏi lại", "Edit and ask again"),
    "js_undo": ("Bỏ lượt này", "Undo this turn"),
    "js_save_ask": ("Hỏi lại", "Ask again"),
    "js_cancel": ("Hủy", "Cancel"),
    "js_send": ("Gửi câu hỏi", "Send question"),
    "js_stop": ("Dừng", "Stop"),
    "js_copied": ("Đã chép.", "Copied."),
    "js_thanks": ("Cảm ơn, đã ghi nhận.", "Thank you, noted."),
    "js_failed": ("Không thực hiện được: ", "That did not work: "),
    "js_busy": ("Máy chủ đang bận, xin thử lại sau giây lát.", "The server is busy; please try again in a moment."),
    "js_lost": ("Mất kết nối tới máy chủ, đang nối lại…", "The connection to the server was lost; reconnecting…"),
    "js_paragraph": ("đoạn", "paragraph"),
    "js_open_source": ("Mở nguồn", "Open source"),
    "js_source_of": ("Nguồn {n} trong {all}", "Source {n} of {all}"),
    "js_twin_vi": ("Cùng nội dung, bản tiếng Việt", "The same in Vietnamese"),
    "js_twin_en": ("Cùng nội dung, bản tiếng Anh", "The same in English"),
    "js_tells_of": ("Kể về ngày", "Tells of"),
    "js_also_in": ("Cũng có trong", "Also in"),
    "js_nearly_in": ("Gần như cùng lời trong", "Nearly the same words in"),
    "js_original_vi": ("Nguyên văn tiếng Việt", "Original in Vietnamese"),
    "js_original_en": ("Nguyên văn tiếng Anh", "Original in English"),
    "js_untitled": ("Không có tiêu đề", "Untitled"),
    "js_gone": ("Bài báo này không còn trong bộ sưu tập.", "This article is no longer in the collection."),
    "js_branched": (
        "Bản trước vẫn còn trong danh sách cuộc trò chuyện.",
        "The earlier version stays in the list of conversations.",
    ),
    "js_collection": ("Trả lời từ {articles}", "Answers come from {articles}"),
    "js_vi": ("Tiếng Việt", "Vietnamese"),
    "js_en": ("Tiếng Anh", "English"),
    "js_count": ("{n} bài báo", "{n} articles"),
    "js_count_one": ("1 bài báo", "1 article"),
    "js_none": ("Không có bài báo nào khớp.", "No article matches."),
    "js_paragraphs": ("{n} đoạn", "{n} paragraphs"),
    "js_yours": ("của bạn", "yours"),
    "js_remove": ("Xóa", "Remove"),
    "js_rename": ("Đổi tên", "Rename"),
    "js_delete": ("Xóa cuộc trò chuyện", "Delete conversation"),
    "js_delete_sure": ("Xóa “{name}”?", "Delete “{name}”?"),
    "js_name": ("Tên cuộc trò chuyện", "Conversation name"),
    "js_empty": ("Chưa có cuộc trò chuyện nào.", "No conversations yet."),
    "js_no_match": ("Không tìm thấy.", "Nothing found."),
    "js_uploading": ("đang tải lên {n} %", "uploading {n} %"),
    "js_reading": ("đang đọc…", "reading…"),
    "js_read": ("đã thêm {n} đoạn", "{n} paragraphs added"),
    "js_skipped": ("bỏ qua", "skipped"),
    "js_wrong_type": (
        "chỉ đọc được tệp .txt, .html, .pdf và .docx",
        "only .txt, .html, .pdf and .docx files can be read",
    ),
    "js_too_big": ("lớn hơn {mb} MB", "larger than {mb} MB"),
    "js_saved": ("Đã lưu cài đặt.", "Settings saved."),
    "js_extractive": ("Trả lời: trích nguyên văn, không dùng mô hình", "Answers: word for word, no model"),
    "js_answers_by": ("Trả lời bởi mô hình {model}", "Answered by the model {model}"),
    "js_you": ("Bạn hỏi", "You asked"),
    "js_bot": ("Trích trả lời", "Trích answered"),
    "js_sources": ("Nguồn", "Sources"),
    "js_source_n": ("Nguồn {n} không đúng", "Source {n} is wrong"),
    "js_key_set": ("đã đặt", "set"),
}  # fmt: skip


def words(language: Language) -> Mapping[str, str]:
    """All words of a language by key.

    >>> words("en")["chat"]
    'Chat'
    """
    return {key: pair[0 if language == "vi" else 1] for key, pair in _WORDS.items()}


BUILT_IN: dict[Language, dict[str, str]] = {
    "vi": {
        "chatbot.chatbot": "Cuộc trò chuyện",
        "blocks.connection_lost": "Mất kết nối",
        "errors.error": "Lỗi",
        "common.error": "Lỗi",
        "common.loading": "Đang tải",
        "common.clear": "Xóa",
        "common.submit": "Gửi",
        "common.stop": "Dừng",
    },
    "en": {},
}
"""Gradio's own strings (flat keys win over its built-in ones)."""
