"""Write reviews, and render them as pages of review sites: the test of what recognises such pages."""

import random
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import NamedTuple

from reviewcli.split.structure.fields import ReviewFields

NAMES = (
    "Ada King|bookworm_77|José Luis|Siobhán O’Brien|山田花子|K. Lindqvist|Łukasz|Dr. B. Osei|Müller|"
    "Amazon Customer|xXx_gamer_xXx|Anne-Marie Dupont|T.|Иван Петров|Mrs D Hall|Zoë"
).split("|")
TITLES = (
    "Just great!|Not what I hoped for|Ça marche|Gut & günstig|5 reasons to buy it|¿Vale la pena? Sí|"
    "Five stars|良い買い物|Meh|A film for 2023|Read this first, then decide|Better than the old one"
).split("|")
SENTENCES = (
    "I bought this in March and still use it every day.|The handle came off after a week|"
    "“Solid” is the word; nothing more to say…|10/10|Would buy again!|"
    "Helpful for beginners, less so for others.|"
    "Das Gerät ist laut, aber es hält, was es verspricht.|Llegó tarde y mal embalado|"
    "Je ne le recommande à personne.|Ottimo, davvero.|Não funciona com a minha televisão|"
    "Een prima boek voor op reis.|Bra kvalitet för pengarna!|Szybka wysyłka, polecam|とても気に入りました。|"
    "Отличная вещь, всем советую!|Recommended for two people, and it found me well on 3 May.|"
    "My sister rated it higher than I did|Size matters: this one is too small for my kitchen.|"
    "See what others wrote in 2019 before you order.|Date of purchase: January|It was amazing|"
    "I read 12 reviews before, and more than 3 people told me to wait…|Posted by a friend of mine"
).split("|")
ENGLISH = "January February March April May June July August September October November December".split()


@dataclass(frozen=True, slots=True)
class Written:
    """A review as it was written: its paragraphs, and what the site knows of it."""

    paragraphs: tuple[str, ...]
    fields: ReviewFields

    @property
    def text(self) -> str:
        return "\n".join(self.paragraphs)


class Rendered(NamedTuple):
    """A page, and the reviews in it."""

    text: str
    reviews: list[Written]


class Furniture(NamedTuple):
    """The lines before and after a text, and what they tell."""

    head: list[str]
    tail: list[str]
    fields: ReviewFields


Layout = Callable[[random.Random, "Draft"], Furniture]


class Draft(NamedTuple):
    """What there is to tell of a review before its site decides how; `day` is year, month, day."""

    author: str
    title: str
    stars: int
    day: tuple[int, int, int]
    votes: int

    @property
    def iso(self) -> str:
        return f"{self.day[0]}-{self.day[1]:02}-{self.day[2]:02}"

    @property
    def long_day(self) -> str:
        return f"{ENGLISH[self.day[1] - 1]} {self.day[2]}, {self.day[0]}"

    @property
    def glyphs(self) -> str:
        return "★" * self.stars + "☆" * (5 - self.stars)


def render(layout: Layout, seed: int, *, reviews: int | None = None) -> Rendered:
    """Render a page of reviews; the same seed gives the same page."""
    chance = random.Random(seed)
    spaced = chance.choice(("none", "all", "around texts"))
    space = chance.choice((" ", " ", "\xa0"))
    end = chance.choice(("\n", "\n", "\r\n"))
    pages: list[str] = []
    written: list[Written] = []
    for _ in range(reviews or chance.randint(2, 12)):
        furniture = layout(chance, draft_of(chance))
        paragraphs = tuple(chance.choices(SENTENCES, k=chance.choice((1, 1, 2, 3, 5))))
        written.append(Written(paragraphs, furniture.fields))
        head, tail = ([line.replace(" ", space) for line in lines] for lines in furniture[:2])
        gap = [""] if spaced == "around texts" else []
        pages += [*head, *gap, *paragraphs, *gap, *tail]
    return Rendered((end * (2 if spaced == "all" else 1)).join(pages), written)


def draft_of(chance: random.Random) -> Draft:
    day = (chance.randint(2009, 2026), chance.randint(1, 12), chance.randint(1, 28))
    votes = chance.choice((0, 0, 1, 2, 17, 1413))
    return Draft(chance.choice(NAMES), chance.choice(TITLES), chance.randint(1, 5), day, votes)


def goodreads(chance: random.Random, draft: Draft) -> Furniture:
    words = ("did not like it", "it was ok", "liked it", "really liked it", "it was amazing")
    dated, rated = chance.random() < 0.8, chance.random() < 0.9
    when = f"{ENGLISH[draft.day[1] - 1][:3]} {draft.day[2]:02}, {draft.day[0]} " if dated else ""
    shelved = chance.choice(("added it", "marked it as to-read"))
    did = f"rated it {words[draft.stars - 1]}" if rated else shelved
    head = [f"{when}{draft.author} {did}{chance.choice(('', ' · review of another edition'))}"]
    head += chance.choice(([], ["Shelves: 20th-century, fiction"]))
    likes = f"{draft.votes} likes · " if draft.votes > 1 else ""
    comments = chance.choice((" · 5 comments", ""))
    tail = [*chance.choice(([], ["...more"])), f"flag {likes}Like{comments} · see review"]
    stars, scale = (draft.stars, 5) if rated else (None, None)
    date, helpful = draft.iso if dated else None, draft.votes if likes else None
    fields = ReviewFields(draft.author, None, stars, scale, date, helpful=helpful)
    return Furniture(head, tail, fields)


def imdb(chance: random.Random, draft: Draft) -> Furniture:
    rated, titled = chance.random() < 0.85, chance.random() < 0.95
    glue = " " if draft.author[-1].isdigit() else chance.choice((" ", ""))
    name = f"{draft.author}{glue}{draft.day[2]} {ENGLISH[draft.day[1] - 1]} {draft.day[0]}"
    head = [*([f"{draft.stars * 2}/10"] if rated else []), *([draft.title] if titled else []), name]
    head += chance.choice(([], ["Warning: Spoilers"]))
    ask = f"{draft.votes:,} out of {draft.votes + 3:,} found this helpful. "
    ask += "Was this review helpful? Sign in to vote."
    stars, scale = (draft.stars * 2, 10) if rated else (None, None)
    title = draft.title if titled else None
    fields = ReviewFields(draft.author, title, stars, scale, draft.iso, helpful=draft.votes)
    return Furniture(head, [ask, "Permalink"], fields)


def steam(chance: random.Random, draft: Draft) -> Furniture:
    good, dated = draft.stars > 2, chance.random() < 0.5
    day = f"{draft.day[2]} {ENGLISH[draft.day[1] - 1]}, {draft.day[0]}" if dated else "April 10"
    head = ["Recommended" if good else "Not Recommended", f"{chance.randint(1, 900)}.5 hrs on record"]
    head += [f"Posted: {day}"] if chance.random() < 0.9 else []
    dated = dated and len(head) == 3
    tail = found_helpful(draft) + chance.choice(([], ["3 people found this review funny"]))
    fields = ReviewFields(date=draft.iso if dated else None, recommended=good, helpful=draft.votes or None)
    return Furniture(head, tail, fields)


def google_play(chance: random.Random, draft: Draft) -> Furniture:
    stars = chance.choice((draft.glyphs, f"Rated {draft.stars} stars out of five stars"))
    dated = chance.random() < 0.9
    head = [draft.author, *([draft.long_day] if dated else []), stars]
    tail = [*found_helpful(draft), "Did you find this helpful?"]
    if chance.random() < 0.3:
        tail += ["Acme Apps Ltd.", draft.long_day, "Thank you for telling us.", "Please write to our team"]
    fields = _starred(draft, date=draft.iso if dated else None, helpful=draft.votes or None)
    return Furniture(head, tail, fields)


def app_store(chance: random.Random, draft: Draft) -> Furniture:
    day = f"{draft.day[1]:02}/{draft.day[2]:02}/{draft.day[0]}" if draft.day[2] > 12 else draft.long_day
    tail = chance.choice(([], ["more"], ["more", "Developer Response ,", "Thanks for using it"]))
    head = [draft.title, draft.glyphs, f"{draft.author} , {day}"]
    return Furniture(head, tail, _starred(draft, title=draft.title))


def trustpilot(chance: random.Random, draft: Draft) -> Furniture:
    said = chance.choice((draft.long_day, "13 hours ago", "2 days ago"))
    initials = f"{draft.author[:2].upper()} " if draft.author[:2].isalpha() and draft.author.isascii() else ""
    country = chance.choice((" US", " GB", "")) if initials else ""
    reviews = f"{draft.votes + 1} review{'s' * bool(draft.votes)}"
    head = [f"{initials}{draft.author}{country} • {reviews} {said}"]
    rated = chance.random() < 0.5
    head += [f"Rated {draft.stars} out of 5 stars"] if rated else []
    head.append(draft.title)
    tail = [f"Date of experience: {draft.long_day}", *chance.choice((["Useful Share"], ["Useful", "Share"]))]
    fields = ReviewFields(author=draft.author, title=draft.title, date=draft.iso)
    return Furniture(head, tail, replace(fields, rating=draft.stars, rating_scale=5) if rated else fields)


def tripadvisor(chance: random.Random, draft: Draft) -> Furniture:
    month = f"{ENGLISH[draft.day[1] - 1][:3]} {draft.day[0]}"
    place = chance.choice((["Lagos, Nigeria"], ["Ghent, Belgium"], []))
    head = [f"{draft.author} wrote a review {month}", *place, f"{draft.votes + 2} contributions", draft.title]
    tail = [f"Date of experience: {ENGLISH[draft.day[1] - 1]} {draft.day[0]}", "Helpful", "Share"]
    tail += chance.choice(([], ["Response from Bob, Manager at The Inn", "Thank you, come again"]))
    return Furniture(head, tail, ReviewFields(author=draft.author, title=draft.title, date=draft.iso[:7]))


class Words(NamedTuple):
    """How Amazon says it in one language; `day` is filled with `d`, `m` (month) and `y`."""

    months: str
    day: str
    stars: str
    found: str
    one_found: str
    variant: str
    verified: str
    more: str
    useful: str
    report: str
    translate: str


_AMAZON = """
English|January February March April May June July August September October November December
Reviewed in the United Kingdom on {d} {m} {y}|{n}.0 out of 5 stars|{v} people found this helpful
One person found this helpful|Size: 256 GBColour: Desert Titanium|Verified Purchase|Read more|Helpful|Report
Translate review to English;
German|Januar Februar März April Mai Juni Juli August September Oktober November Dezember
Rezension aus Deutschland vom {d}. {m} {y}|{n},0 von 5 Sternen
{v} Personen fanden diese Informationen hilfreich|Eine Person fand diese Informationen hilfreich
Größe: 256 GBFarbe: Titan|Verifizierter Kauf|Weiterlesen|Nützlich|Melden|Rezension auf Deutsch übersetzen;
French|janvier février mars avril mai juin juillet août septembre octobre novembre décembre
Commenté en France le {d} {m} {y}|{n},0 sur 5 étoiles|{v} personnes ont trouvé cela utile
Une personne a trouvé cela utile|Taille: 256 GoCouleur: Titane|Achat vérifié|Lire la suite|Utile|Signaler
Traduire l’avis en français;
Italian|gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
Recensito in Italia il {d} {m} {y}|{n},0 su 5 stelle|{v} persone l'hanno trovato utile
Una persona l'ha trovato utile|Dimensioni: 256 GBColore: Titanio|Acquisto verificato|Leggi di più|Utile
Segnala|Traduci recensione in italiano;
Spanish|enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
Revisado en España el {d} de {m} de {y}|{n},0 de 5 estrellas|A {v} personas les resultó útil
A una persona le resultó útil|Tamaño: 256 GBColor: Titanio|Compra verificada|Leer más|Útil|Informar
Traducir opinión al español;
Portuguese|janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro
Avaliado no Brasil em {d} de {m} de {y}|{n},0 de 5 estrelas|{v} pessoas acharam isso útil
Uma pessoa achou isso útil|Tamanho: 256 GBCor: Titânio|Compra verificada|Leia mais|Útil|Denunciar
Traduzir avaliação para Português;
Dutch|januari februari maart april mei juni juli augustus september oktober november december
Beoordeeld in Nederland op {d} {m} {y}|{n},0 van 5 sterren|{v} mensen vonden dit nuttig
Eén persoon vond dit nuttig|Maat: 256 GBKleur: Titanium|Geverifieerde aankoop|Meer lezen|Nuttig|Rapporteren
Recensie vertalen naar het Nederlands;
Swedish|januari februari mars april maj juni juli augusti september oktober november december
Recension i Sverige den {d} {m} {y}|{n},0 av 5 stjärnor|{v} personer tyckte att detta var användbart
En person tyckte att detta var användbart|Storlek: 256 GBFärg: Titan|Verifierat köp|Läs mer|Användbar
Rapportera|Översätt recension till svenska;
Polish|stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia
Zrecenzowano w Polsce {d} {m} {y}|{n},0 z 5 gwiazdek|{v} osób uznało to za przydatne
Jedna osoba uznała to za przydatne|Rozmiar: 256 GBKolor: Tytan|Zweryfikowany zakup|Czytaj więcej|Pomocne
Zgłoś|Przetłumacz recenzję na polski;
Japanese|1 2 3 4 5 6 7 8 9 10 11 12|{y}年{m}月{d}日に日本でレビュー済み
5つ星のうち{n}.0|{v}人のお客様がこれが役に立ったと考えています
1人のお客様がこれが役に立ったと考えています|サイズ: 256 GB色: チタン|Amazonで購入|続きを読む
役に立った|レポート|レビューを日本語に翻訳
"""
AMAZON_WORDS = {
    language: Words(*words)
    for language, *words in (block.strip().replace("\n", "|").split("|") for block in _AMAZON.split(";"))
}


def amazon(language: str) -> Layout:
    """Make the layout of Amazon in one language."""
    words = AMAZON_WORDS[language]

    def layout(chance: random.Random, draft: Draft) -> Furniture:
        titled, bought = chance.random() < 0.9, chance.random() < 0.7
        year, month, day = draft.day
        head = [draft.author, words.stars.format(n=draft.stars) + f" {draft.title}" * titled]
        head += [words.day.format(d=day, m=words.months.split()[month - 1], y=year)]
        head += [words.variant + words.verified] if bought else []
        found = words.one_found if draft.votes == 1 else words.found.format(v=f"{draft.votes:,}")
        tail = chance.choice(([], [words.more])) + ([found] if draft.votes else [])
        tail += [words.useful, words.report, *chance.choice(([], [words.translate]))]
        fields = _starred(draft, title=draft.title if titled else None, helpful=draft.votes or None)
        return Furniture(head, tail, replace(fields, verified=bought or None))

    return layout


def found_helpful(draft: Draft) -> list[str]:
    people = "1 person" if draft.votes == 1 else f"{draft.votes:,} people"
    return [f"{people} found this review helpful"] if draft.votes else []


def _starred(draft: Draft, **more: str | int | None) -> ReviewFields:
    told = {"author": draft.author, "rating": draft.stars, "rating_scale": 5, "date": draft.iso, **more}
    return ReviewFields(**told)  # type: ignore[arg-type]  # the names are checked at run time


LAYOUTS: dict[str, Layout] = {
    "Goodreads": goodreads,
    "IMDb": imdb,
    "Steam": steam,
    "Google Play": google_play,
    "App Store": app_store,
    "Trustpilot": trustpilot,
    "TripAdvisor": tripadvisor,
    **{f"Amazon in {language}": amazon(language) for language in AMAZON_WORDS},
}
