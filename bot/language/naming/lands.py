"""Lands, places and their people: by the glossary's names, and by closed lists where its names say too much or too little.

The glossary's places hold towns, rivers, continents and bridges too, in folded words that other Vietnamese words share.
The lists are of lands alone, each as wide as the rule that reads it may go.
"""

from __future__ import annotations

from bot.language.lexicon.open_classes import classes
from bot.language.words.normalise import words
from bot.models import Language

ONE_SYLLABLE = words("lào nga pháp đức mỹ úc bỉ séc hàn thái nhật")
"""Lands of one Vietnamese syllable, in whose place a plain word or a person's name may stand."""
BEHIND_TITLES = words(
    "vietnam trungquoc hanquoc nhatban trieutien ando thailan campuchia malaysia indonesia philippines singapore myanmar brunei hoaky "
    "phanlan halan thuydien thuysi taybannha canada brazil cuba ukraine israel iran asean eu lao nga phap duc my uc bi sec han nhat"
)
"""Lands and unions as they stand behind a title, folded and joined; `Thái` behind one is a person."""
PEOPLES = (
    r"vietnamese|american|british|english|scottish|irish|french|german|italian|spanish|portuguese|dutch|belgian|swiss|austrian|swedish|"
    "norwegian|danish|finnish|icelandic|russian|ukrainian|polish|czech|hungarian|romanian|greek|turkish|chinese|taiwanese|japanese|"
    "(?:south |north )?korean|indian|pakistani|bangladeshi|sri lankan|nepali|indonesian|malaysian|singaporean|thai|filipino|philippine|"
    r"cambodian|lao|laotian|burmese|bruneian|timorese|australian|new zealander|canadian|mexican|brazilian|argentin\w+|chilean|cuban|"
    "peruvian|colombian|venezuelan|bolivian|ecuadorian|uruguayan|paraguayan|jamaican|algerian|tunisian|libyan|ethiopian|ugandan|tanzanian|"
    "senegalese|cameroonian|ivorian|angolan|congolese|zambian|zimbabwean|rwandan|kazakh|uzbek|mongolian|georgian|armenian|azerbaijani|"
    "estonian|latvian|lithuanian|sloven(?:e|ian)|bosnian|albanian|macedonian|maltese|cypriot|belarusian|lebanese|syrian|jordanian|"
    "palestinian|qatari|kuwaiti|emirati|yemeni|afghan|"
    "egyptian|israeli|iranian|iraqi|saudi|nigerian|kenyan|ghanaian|south african|moroccan|serbian|croatian|slovak|bulgarian"
)
"""English words for a nationality, lower case, as alternatives of a pattern."""
VIETNAMESE_LANDS = (
    "việt|anh|pháp|đức|ý|italia|tây ban nha|bồ đào nha|hà lan|bỉ|thụy sĩ|áo|thụy điển|na uy|đan mạch|phần lan|nga|ukraine|ba lan|séc|"
    "hungary|hy lạp|thổ nhĩ kỳ|trung quốc|hoa|đài loan|nhật|hàn|triều tiên|ấn|indonesia|malaysia|singapore|thái|philippines|campuchia|"
    "khmer|lào|myanmar|brunei|úc|australia|canada|mexico|brazil|argentina|mỹ|hoa kỳ|ai cập|israel|iran|iraq|serbia|croatia|ghana|nigeria|"
    "peru|colombia|venezuela|bolivia|ecuador|uruguay|paraguay|jamaica|algeria|tunisia|libya|ethiopia|uganda|tanzania|senegal|cameroon|"
    "angola|congo|kazakhstan|uzbekistan|mông cổ|georgia|gruzia|armenia|estonia|latvia|litva|slovenia|bosnia|albania|malta|síp|belarus|"
    "liban|li băng|syria|jordan|palestine|qatar|kuwait|yemen|afghanistan"
)
"""Lands as they stand behind `người`, by their first syllables at least, as alternatives of a pattern."""
_RELATED = (
    "france french", "spain spanish spaniard", "germany german", "poland polish pole", "denmark danish dane",
    "sweden swedish swede", "ireland irish", "greece greek", "switzerland swiss",
    "netherlands dutch holland", "britain british uk briton england english", "thailand thai", "philippines filipino",
    "turkey turkish türkiye", "finland finnish finn finns", "peru peruvian", "cuba cuban", "iraq iraqi",
    "iran iranian persia persian",
    "oman omani", "mali malian", "togo togolese", "chad chadian", "asia asian", "rome roman",
    "wales welsh cymru", "cyprus cypriot",
    "venice venetian", "naples neapolitan", "moscow muscovite", "burma burmese myanmar", "monaco monegasque", "europe european",
    "czechia czech", "slovakia slovak", "serbia serb serbian", "croatia croat croatian", "fiji fijian", "niger nigerien",
    "yemen yemeni", "qatar qatari", "kuwait kuwaiti", "genoa genoese", "crete cretan", "malta maltese", "congo congolese",
    "mongolia mongol mongols mongolian", "tatar tatars tartar", "arabia arab arabs arabian arabic",
    "scotland scottish scots", "norway norwegian", "laos lao laotian", "china chinese",
    "portugal portuguese", "us usa america american",
)  # fmt: skip
RELATED = {word: row for row in _RELATED for word in row.split()}
"""For a land or its people, in English, all words for them in one string, where they do not begin alike."""
_ENDINGS = ("an", "ese", "ish", "i", "ai")


def is_place(name: str, *languages: Language) -> bool:
    """Whether folded words name a place that the glossary knows, in one of the languages; without any, in either.

    >>> is_place("ha noi"), is_place("thai lan", "vi"), is_place("thai lan", "en"), is_place("bridge")
    (True, True, False, True)
    """
    return any(name in classes()[f"{language}_place"] for language in languages or ("en", "vi"))


def is_people(word: str) -> bool:
    """Whether a canonical English word may mean one of a land's people, as its ending tells; `fisherman` does too.

    >>> is_people("algerian"), is_people("thai"), is_people("nurse")
    (True, True, False)
    """
    return word in classes()["en_people"] and word.endswith(_ENDINGS)
