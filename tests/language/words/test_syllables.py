from bot.language.words.normalise import fold
from bot.language.words.syllables import is_syllable


def test_the_syllables_of_a_sentence_can_be_spelt() -> None:
    sentence = (
        "Tổng Bí thư đề nghị các nước thành viên tiếp tục thúc đẩy hợp tác nghiên cứu khoa học quốc gia giữa hai bên"
    )
    assert all(is_syllable(fold(syllable)) for syllable in sentence.split())


def test_typing_mistakes_and_foreign_words_mostly_cannot() -> None:
    assert not any(is_syllable(word) for word in ("nguowi", "thuw", "secretariat", "tiepp", "khhoa"))
