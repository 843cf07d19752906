"""Check that the language of a review is told, with honest confidence, or not told at all."""

import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks import language as benchmark
from reviewcli import language
from reviewcli.language import SAMPLE, WEIGHTS, Detection, detect, models, parse

REVIEWS = Path(__file__).parents[1] / "data" / "reviews.txt"
SENTENCES = {
    "am": "ይህ መጽሐፍ በጣም ጥሩ ነው",
    "ar": "الفيلم ممل جدا ولم أستطع أن أكمل المشاهدة حتى النهاية",
    "bg": "Книгата е прекрасна и ще я прочета отново, когато имам време, защото ме развълнува дълбоко.",
    "bn": "বইটি আমার খুব ভালো লেগেছে",
    "cs": "Moc se mi líbilo, jak autor popisuje život na vesnici, ale překlad je místy dost slabý.",
    "da": "Jeg kunne ikke lægge bogen fra mig, og den er noget af det bedste, jeg har læst i år.",
    "de": "Die Verarbeitung ist ordentlich, nur die Anleitung hätte etwas ausführlicher sein dürfen.",
    "el": "Το βιβλίο με κούρασε στην αρχή, όμως μετά δεν μπορούσα να το αφήσω.",
    "en": "The plot is thin but the actors save it, and I laughed more than I expected to.",
    "es": "La batería dura menos de lo que prometen, aunque la pantalla se ve muy bien.",
    "fa": "شخصیت اصلی داستان را خیلی دوست داشتم و پایانش مرا غافلگیر کرد.",
    "fi": "Kirja oli minulle pettymys, sillä en saanut otetta tarinasta enkä henkilöistä.",
    "fr": "Les dialogues sonnent faux et je me suis ennuyée pendant toute la deuxième partie.",
    "gu": "આ પુસ્તક ખૂબ સરસ છે",
    "he": "הספר מרתק ונקרא בנשימה אחת",
    "hi": "यह फोन बहुत धीमा है और इसकी बैटरी भी जल्दी खत्म हो जाती है।",
    "hu": "Nagyon tetszett a könyv, bár a fordítás néhol elég gyengére sikerült.",
    "hy": "Գիրքը շատ հետաքրքիր էր",
    "id": "Makanannya enak banget tapi tempatnya sempit dan pelayannya kurang ramah.",
    "it": "Lo schermo è bellissimo, però la batteria non arriva mai a fine giornata.",
    "ja": "登場人物がみんな魅力的で、最後まで楽しく読めました。",
    "ka": "ძალიან კარგი წიგნია",
    "km": "សៀវភៅនេះល្អណាស់",
    "kn": "ಪುಸ್ತಕ ತುಂಬಾ ಚೆನ್ನಾಗಿದೆ",
    "ko": "배우들의 연기는 좋았지만 이야기가 너무 길어요.",
    "lo": "ປຶ້ມຫົວນີ້ດີຫຼາຍ",
    "mk": "Книгава е прекрасна и ќе ја препорачам на моите ѓаци, бидејќи е многу возбудлива.",
    "ml": "ഈ പുസ്തകം വളരെ നല്ലതാണ്",
    "mr": "मला ही कादंबरी फार आवडली आणि मी ती पुन्हा वाचणार आहे.",
    "ms": "Kerajaan perlu jelaskan kenapa harga barang masih mahal dan siapa yang untung.",
    "my": "ဒီစာအုပ်က အရမ်းကောင်းတယ်",
    "ne": "मलाई यो उपन्यास धेरै मन पर्यो र म यो फेरि पढ्नेछु।",
    "nl": "Ik kon het niet wegleggen, want het is een van de beste boeken die ik dit jaar heb gelezen.",
    "no": "Jeg klarte ikke å legge fra meg boka, den er noe av det beste jeg har lest i år.",
    "pa": "ਇਹ ਕਿਤਾਬ ਬਹੁਤ ਵਧੀਆ ਹੈ",
    "pl": "Fabuła jest przewidywalna, ale zdjęcia i muzyka robią ogromne wrażenie.",
    "pt": "A bateria dura pouco, mas a câmera é ótima e o aparelho não esquenta.",
    "ro": "Mi-a plăcut foarte mult cartea, deși traducerea nu este întotdeauna cea mai bună.",
    "ru": "Актёры играют прекрасно, но сюжет затянут, и середина фильма кажется лишней.",
    "si": "මේ පොත ඉතා හොඳයි",
    "sr": "Глумци су одлични, али ћу тешко поново гледати овај филм јер је предугачак.",
    "sv": "Jag kunde inte lägga ifrån mig boken, den är något av det bästa jag har läst i år.",
    "ta": "புத்தகம் மிகவும் நன்றாக இருக்கிறது",
    "te": "పుస్తకం చాలా బాగుంది",
    "th": "หนังเรื่องนี้สนุกมาก อยากดูอีกรอบ",
    "tr": "Oyuncular çok başarılı ama senaryo zayıf, yine de sonuna kadar izledim.",
    "uk": "Актори грають чудово, але сюжет затягнутий, і середина фільму здається зайвою.",
    "ur": "مجھے یہ ناول بہت اچھا لگا اور میں اسے دوبارہ پڑھوں گا۔",
    "vi": "Diễn viên đóng rất đạt nhưng kịch bản hơi dài dòng và thiếu bất ngờ.",
    "zh": "故事很精彩，人物也写得很生动，值得再读一遍。",
}


@pytest.mark.parametrize(("code", "sentence"), SENTENCES.items(), ids=SENTENCES)
def test_a_sentence_is_told_to_be_in_its_language(code: str, sentence: str) -> None:
    answer = detect(sentence)

    assert answer.code == code


def test_every_language_that_a_model_knows_has_a_sentence_here() -> None:
    known = {code for model in models().values() for code in model.codes}

    assert known <= SENTENCES.keys()


def test_hindi_in_latin_letters_is_hindi() -> None:
    answer = detect("yeh film bahut acchi hai lekin kahani thodi lambi ho gayi yaar")

    assert answer.code == "hi"


def test_of_the_bundled_reviews_one_paragraph_is_greek_and_the_others_are_english() -> None:
    paragraphs = [line for line in REVIEWS.read_text(encoding="utf-8").splitlines() if line.strip()]

    codes = [detect(paragraph).code for paragraph in paragraphs]

    assert sorted(map(str, codes)) == ["el"] + ["en"] * 18


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t",
        "5/5",
        "10/10!!!",
        "👍👍",
        "ok",
        "https://example.org/a/review",
        "@ada me@example.org",
        "\x00\x1b[31m",
    ],
)
def test_what_says_too_little_has_no_language(text: str) -> None:
    answer = detect(text)

    assert answer.code is None


def test_letters_that_could_be_many_languages_have_none() -> None:
    answer = detect("zbrt qwxk")

    assert answer.code is None
    assert answer.confidence < 0.5


def test_addresses_do_not_make_a_review_english() -> None:
    answer = detect("Σας το προτείνω: https://www.example.org/the-best-game-of-the-year-and-more @somebody")

    assert answer.code == "el"


def test_a_mixed_review_is_in_the_language_of_most_of_it() -> None:
    answer = detect("Great game! Но русского перевода пока нет, поэтому половину сюжета я просто не понял.")

    assert answer.code == "ru"


def test_a_mixed_review_is_less_certain() -> None:
    mixed = detect("Αυτό το παιχνίδι μου άρεσε but it is a bit too short")
    pure = detect("Αυτό το παιχνίδι μου άρεσε πολύ")

    assert mixed.confidence < pure.confidence


def test_drawn_out_letters_and_capitals_do_not_matter() -> None:
    plain = detect("this game is so good")
    loud = detect("THIS GAME IS SOOOOOO GOOOOOOD")

    assert loud.code == plain.code == "en"


def test_styled_letters_are_read_as_letters() -> None:
    answer = detect("𝗧𝗵𝗶𝘀 𝗯𝗼𝗼𝗸 𝗶𝘀 𝘄𝗼𝗿𝘁𝗵 𝗿𝗲𝗮𝗱𝗶𝗻𝗴 𝗮𝗴𝗮𝗶𝗻")

    assert answer.code == "en"


def test_a_few_kana_do_not_make_chinese_japanese() -> None:
    answer = detect("这本书の故事写得非常精彩人物也很生动值得再读一遍")

    assert answer.code == "zh"


def test_only_the_start_of_an_enormous_text_is_read() -> None:
    start = "The sound is clear and the battery lasts for days. " * (SAMPLE // 50)

    answer = detect(start + "книга " * 2_000_000)

    assert answer == detect(start[:SAMPLE])


@pytest.mark.parametrize(
    "text", ["a" * 10_000_000, "\ud800" * 50, "word \udfff word", "\u202e\u0000" * 3_000]
)
def test_hostile_text_is_answered_like_any_other(text: str) -> None:
    answer = detect(text)

    assert 0 <= answer.confidence <= 1


@given(st.text(st.characters(), max_size=300))
def test_any_text_gets_one_answer_with_a_probability(text: str) -> None:
    answer = detect(text)

    assert answer == detect(text)
    assert 0 <= answer.confidence <= 1
    assert answer.code is None or (len(answer.code) == 2 and answer.confidence >= 0.5)


def test_the_answer_does_not_depend_on_what_was_asked_before() -> None:
    sentences = list(SENTENCES.values())
    before = [detect(sentence) for sentence in sentences]
    language.models.cache_clear()
    language.features.cache_clear()

    after = [detect(sentence) for sentence in reversed(sentences)]

    assert after[::-1] == before


def test_the_answer_is_the_same_on_every_machine() -> None:
    # Training anew changes this number; nothing else may.
    answers = repr([detect(sentence) for sentence in SENTENCES.values()])

    assert zlib.crc32(answers.encode()) == 1040997778


def test_the_weights_are_complete_and_small() -> None:
    shipped = models()

    assert WEIGHTS.stat().st_size < 200_000
    assert sorted(shipped) == ["arabic", "cyrillic", "devanagari", "latin"]
    for model in shipped.values():
        assert len(model.biases) == len(model.codes)
        assert len(model.rows) == 4 * model.buckets * len(model.codes)


@pytest.mark.parametrize(
    "damage", [b"", b"RCLANG99" + bytes(40), WEIGHTS.read_bytes()[:-1], WEIGHTS.read_bytes()[:900]]
)
def test_damaged_weights_are_refused(damage: bytes) -> None:
    with pytest.raises(ValueError, match="damaged"):
        list(parse(damage))


@pytest.mark.skipif(not benchmark.present(benchmark.DEV), reason="the reference data is not there")
def test_short_held_out_reviews_are_told_apart() -> None:
    texts = {
        code: held[:100] for code, held in benchmark.held_out()[0].items() if len(held) >= benchmark.ENOUGH
    }

    score = benchmark.score(lambda text: detect(text).code, texts)

    asked = sum(map(len, texts.values()))
    assert score.right.total() / asked > 0.96
    assert score.silent.total() / asked < 0.02


def test_a_detection_reads_as_code_and_confidence() -> None:
    code, confidence = Detection("el", 0.9)

    assert (code, confidence) == ("el", 0.9)
