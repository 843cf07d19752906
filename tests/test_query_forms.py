import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewcli.query.forms import answers, keys, latin, script_of, stem, stemmer_of
from reviewcli.text import fold, words

FORMS = st.one_of(
    st.sampled_from(
        "Τρότσκι Троцкий trotsky Λένιν Lenin Ленина hors hor revolution 1917 ١٩١٧ 東 ก 레닌 ½".split()
    ),
    st.text(min_size=1, max_size=12),
).flatmap(lambda text: st.sampled_from(words(text) or ["x"]))
LANGUAGES = st.sampled_from([None, "en", "EL", "ru", "de", "zh", "xx"])


@pytest.mark.parametrize(
    "names",
    [
        "Τρότσκι τροτσκι ΤΡΟΤΣΚΙ Троцкий Trotsky Trotzky Trotskij",
        "Λένιν Ленин 레닌 Lenin",
        "Зиновьев Ζινόβιεφ Zinoviev",
        "Достоевский Ντοστογιέφσκι Dostoyevsky Dostoevskij",
        "Чайковский Tchaikovsky",
        "Μαρξ Маркс Marx",
        "Мюнхен Munhen",
        "١٩١٧ १९१७ 1917",
        "서울 Seoul",
        "თბილისი Tbilisi",
    ],
)
def test_a_name_has_one_key_in_every_script(names: str) -> None:
    assert len({latin(fold(name)) for name in names.split()}) == 1


@pytest.mark.parametrize("form", ["東", "か", "カ", "ก\u0e31", "to", "το", "и"])
def test_what_is_too_short_to_be_a_name_has_no_key(form: str) -> None:
    assert latin(form) == ""


@pytest.mark.parametrize(
    ("form", "script"),
    [
        ("lenin", "LATIN"),
        ("1917", ""),
        ("λενιν", "GREEK"),
        ("ленин", "CYRILLIC"),
        ("тrotsky", "CYRILLIC+LATIN"),
        ("东", "CJK"),
        ("が", "HIRAGANA"),
        ("१९१७", "DEVANAGARI"),
    ],
)
def test_a_form_is_of_the_script_of_its_letters(form: str, script: str) -> None:
    assert script_of(form) == script


@pytest.mark.parametrize(
    ("wanted", "form", "language"),
    [
        ("syndicalist", "syndicalists", "en"),
        ("hors", "hor", "en"),
        ("εξελίξεις", "εξελίξεων", "el"),
        ("революция", "революции", "ru"),
        ("интересный", "интересная", "ru"),
        ("книга", "книгой", "ru"),
        ("βιβλίο", "βιβλία", "el"),
        ("ταινία", "ταινίες", "el"),
        ("livre", "livres", "FR"),
        ("déçu", "decues", "fr"),
        ("Buch", "Bücher", "de"),
        ("canción", "canciones", "es"),
        ("bello", "belle", "it"),
        ("lição", "lições", "pt"),
        ("carte", "cărți", "ro"),
        ("boek", "boeken", "nl"),
        ("rolig", "roliga", "sv"),
        ("kirja", "kirjassa", "fi"),
        ("könyv", "könyvek", "hu"),
        ("kitap", "kitapları", "tr"),
        ("książka", "książkę", "pl"),
        ("příběh", "příběhy", "cs"),
        ("كتاب", "الكتاب", "ar"),
        ("کتاب", "کتابها", "fa"),
        ("किताब", "किताबें", "hi"),
        ("किताब", "किताबहरू", "ne"),
        ("புத்தகம்", "புத்தகங்கள்", "ta"),
        ("baca", "membaca", "id"),
        ("한국", "한국에서는", "ko"),
        ("고양이", "고양이는", "ko"),
        ("trotsky", "Τρότσκι", "el"),
        ("trotsky", "Τρότσκι", None),
        ("Lenin", "Лениным", "ru"),
    ],
)
def test_other_forms_of_a_word_answer_it(wanted: str, form: str, language: str | None) -> None:
    assert answers(fold(wanted), fold(form), language)


@pytest.mark.parametrize(
    ("wanted", "form", "language"),
    [
        ("syndicalist", "syndicalists", None),
        ("syndicalist", "syndicalists", "zh"),
        ("trotsky", "trotzky", "en"),
        ("Rosmer", "Rosermer", "en"),
        ("Lenin", "Лениным", None),
        ("to", "το", "el"),
        ("long", "龙", "zh"),
    ],
)
def test_other_words_do_not(wanted: str, form: str, language: str | None) -> None:
    assert not answers(fold(wanted), fold(form), language)


def test_what_is_too_long_to_be_a_word_answers_itself_alone() -> None:
    long = "revolutions" * 100_000

    assert stem(long, "en") == long
    assert latin(long) == ""
    assert answers(long, long, "en")


@given(FORMS, FORMS, LANGUAGES)
def test_forms_answer_each_other_or_not_at_all(one: str, other: str, language: str | None) -> None:
    assert answers(one, other, language) == answers(other, one, language)
    assert answers(one, one, language)


@given(FORMS, FORMS, LANGUAGES)
def test_forms_that_answer_share_a_stem_or_a_key(one: str, other: str, language: str | None) -> None:
    shared = stem(one, language) == stem(other, language)

    assert not answers(one, other, language) or shared or keys(one, language) & keys(other, language)


@given(FORMS, LANGUAGES)
def test_a_stem_is_folded(form: str, language: str | None) -> None:
    assert fold(stem(form, language)) == stem(form, language)


@given(FORMS, LANGUAGES)
def test_where_there_is_no_stemmer_the_form_is_its_stem(form: str, language: str | None) -> None:
    assert stemmer_of(language) or stem(form, language) == form
