"""Make up reviews as their authors write them, before any site prints them."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeAlias

Paragraphs: TypeAlias = tuple[str, ...]

NAMES = (
    *(
        "Ada Lindqvist",
        "J. R. Moreno",
        "Ελένη Παππά",
        "김민수",
        "محمد علي",
        "Лариса",
        "田中 花子",
        "book_worm_88",
    ),
    *("Zoë & Max", "★ Nova ★", "🐝 Bee", "O’Neill, Pat", "Jo", "Mr. Smith (London)", "the-real-dave", "Q"),
    *(
        "Helpful Harry",
        "xX_Slayer_Xx",
        "Anonymous",
        "May June",
        "Dr. Five Stars",
        "นภา",
        "D'Arcy, Marie-Thérèse",
    ),
    *("ada.l@home", "1001 Nights", "Nguyễn Văn An", "Recommended Reader", "A Reader from Oslo", "דנה כהן"),
)
TITLES = (
    *(
        "Could not put it down",
        "Meh.",
        "5 stars!",
        "Not what I expected...",
        "Très bien",
        "最高です",
        "Broken on arrival",
    ),
    *(
        "Love it ❤️",
        "10/10 would buy again",
        "A helpful little thing",
        "Reviewed after two years",
        "Why?",
        "ok",
    ),
    *("Recommended", "The best of 2019, by far", "Fine, but read the small print first", "Очень хорошо"),
)
TEXTS: tuple[Paragraphs, ...] = (
    ("Good.",),
    ("👍👍",),
    ("nice",),
    ("Bought it for my father, who has used it every day since.",),
    ("5 stars!", "I have waited for this for years and it did not let me down."),
    ("The first half drags. The second half makes up for it, and the end is worth all of it.", "Read it."),
    ("Pros:", "- light", "- quiet", "- cheap", "Cons:", "- the lid", "All in all a fair deal."),
    ("1. The story", "Slow, but it pays off.", "2. The people", "I could not tell them apart."),
    ("Helpful", "That is the word for the staff, who answered within an hour.", "Would come back."),
    ("March 3, 2020", "Started it again after the news. It has not aged a day.", "Finished it in one night."),
    (
        "Works as described.",
        "EDIT: after two weeks it broke.",
        "EDIT 2: they sent a new one, so one star more.",
    ),
    ("Read more of the same author, they said. I did, and I am glad.",),
    ("I was 12 years old when I first saw it, 3 people cried beside me and nobody laughed.",),
    ("Wonderful.", "10/10"),
    ("Warning: it is loud.", "Otherwise recommended to anyone with thick walls.", "Thanks, Anna"),
    ("Η ιστορία ξεκινά αργά.", "Μετά δεν σταματά πουθενά."),
    ("Отличная вещь, пользуюсь каждый день.", "Рекомендую."),
    ("とても良かったです。", "また買います。"),
    ("배송이 빨랐어요. 품질도 좋습니다.",),
    ("قصة جميلة وأسلوب بسيط.", "أنصح بها."),
    ("Ce n’est pas mal : j’en attendais « un peu » plus.", "Je le garde quand même !"),
    ("“You will cry”, the cover says.", "I did not.", "My cat did."),
    ("Yes", "No", "Maybe. That is how I felt on every page of it, and still I went on."),
    ("Date of purchase: last May. It still looks new, and the battery holds for 2 days.",),
    ("★★★★☆", "One star off for the glue."),
    ("It has 3 parts; the 2nd is the best. On 4 July 2019 we met the author, who signed all three.",),
    ("Size M fits me, though I wear L elsewhere.", "Colour as in the picture."),
    ("I agree with the review by Jo below: the sound is thin.", "Share it with your friends anyway."),
)


@dataclass(frozen=True, slots=True)
class Written:
    """What an author gave, the text in paragraphs; `helpful` is how many others found it so."""

    paragraphs: Paragraphs
    author: str
    title: str
    stars: int
    day: date
    helpful: int


def write(rng: random.Random, texts: Sequence[Paragraphs] = TEXTS) -> Written:
    """Write one review of a text drawn from `texts`."""
    return Written(
        rng.choice(texts),
        rng.choice(NAMES),
        rng.choice(TITLES),
        rng.randint(1, 5),
        date(2012, 1, 1) + timedelta(rng.randrange(365 * 13)),
        rng.choice((0, 0, 1, 2, 9, 43, 715, 1234, 23456)),
    )
