"""Amazon: reviews of a product, in the words of ten languages."""

from typing import NamedTuple

from reviewcli.split.structure.dates import DATE
from reviewcli.split.structure.site import COUNT, NAME, LineRule, Site, rules


class _Words(NamedTuple):
    """What one language calls things; each is a pattern, and `reviewed` ends where the date begins."""

    stars: str
    reviewed: str
    after: str
    helpful: str
    verified: str
    variants: str
    useful: str
    report: str
    translate: str
    page: str


_N = f"(?P<helpful>{COUNT}|an?|one|eine?|une?|una?|um|uma|[ée]én|en|jedna)"
_SCORE = r"(?P<rating>[1-5][.,]0)"
_PLACE = r"\S.{1,40}?"

_LANGUAGES = (
    _Words(  # English
        rf"{_SCORE} out of 5 stars",
        rf"Reviewed in {_PLACE} on",
        "",
        rf"{_N} (?:people|person) found this helpful",
        "Verified Purchase",
        "Size|Colou?r|Style|Format|Pattern(?: Name)?|Flavou?r(?: Name)?|Edition|Material|Configuration",
        "Helpful",
        "Report(?: abuse)?|Permalink|Comment",
        r"(?:Translate review to|Translated from|See original|Report translation).{0,60}",
        r"(?:Top|Customer) reviews(?: from .{3,40})?|From other countries|(?:Previous|Next) page"
        r"|See (?:all|more) reviews",
    ),
    _Words(  # German
        rf"{_SCORE} von 5 Sternen?",
        rf"(?:Rezension|Bewertet|Rezensiert) (?:aus|in) {_PLACE} (?:vom|am)",
        "",
        rf"{_N} (?:Personen|Person|Kunden|Kunde) f[ao]nd(?:en)? (?:diese Informationen|dies|das) hilfreich",
        "Verifizierter Kauf",
        "Größe|Farbe|Stil|Format|Muster|Geschmack|Geschmacksrichtung|Material|Ausgabe",
        "Nützlich|Hilfreich",
        "Melden|Missbrauch melden",
        r"(?:Rezension|Bewertung) (?:auf|ins?) \S+ übersetzen",
        r"Kundenrezensionen|Spitzen(?:rezensionen|bewertungen) aus .{3,40}|(?:Vorherige"
        r"|Nächste) Seite|Aus anderen Ländern",
    ),
    _Words(  # French
        rf"{_SCORE} (?:sur|étoiles sur) 5(?: étoiles?)?",
        rf"(?:Commenté|Avis laissé|Commentaire laissé|Évalué) (?:en|au|aux|à) {_PLACE} le",
        "",
        rf"{_N} personnes? (?:ont|a) trouvé cela utile",
        "Achat vérifié",
        "Taille|Couleur|Style|Format|Motif|Parfum|Saveur|Matière|Édition",
        "Utile",
        "Signaler(?: un abus)?",
        r"Traduire (?:l'avis|l'évaluation|le commentaire) en \S+",
        r"Commentaires client|Meilleur(?:e?s) (?:commentaires|évaluations) .{3,40}"
        r"|Page (?:précédente|suivante)|Provenant d.{3,40}",
    ),
    _Words(  # Italian
        rf"{_SCORE} su 5 stelle",
        rf"Recensi(?:to|one) (?:in|nel|nei|negli|a) {_PLACE} il",
        "",
        rf"{_N} person[ae] (?:l'hanno|l'ha|hanno|ha) trovato (?:questo )?utile",
        "Acquisto verificato",
        "Dimensione|Dimensioni|Taglia|Colore|Stile|Formato|Nome (?:stile|formato|modello)|Modello|Gusto",
        "Utile",
        "Segnala(?: un (?:abuso|problema))?",
        r"Traduci (?:la )?recensione in \S+",
        r"Recensioni clienti|(?:Le )?(?:migliori recensioni|recensioni migliori) .{3,40}"
        r"|Pagina (?:precedente|successiva)|Da altri Paesi",
    ),
    _Words(  # Spanish
        rf"{_SCORE} de 5 estrellas",
        rf"(?:Revisado|Valorado|Calificado|Reseñado|Opinión (?:emitida|valorada)) en {_PLACE} el",
        "",
        rf"(?:A )?{_N} personas? (?:l[eo]s? (?:ha |han )?(?:result|parec)(?:[óo]|ió|ado|ido)"
        rf"|encontr(?:ó|aron))"
        r"(?: esto)? útil",
        "Compra verificada",
        "Tamaño|Talla|Color|Estilo|Formato|Nombre (?:de|del) \\w+|Sabor|Diseño",
        "Útil",
        "Informar(?: de un abuso)?|Denunciar|Reportar",
        r"Traducir (?:la )?(?:opinión|reseña|revisión) al? \S+",
        r"Opiniones de (?:los )?clientes|(?:Principales|Mejores) (?:reseñas|opiniones) .{3,40}"
        r"|Reseñas más importantes .{3,40}|Página (?:anterior|siguiente)|De otros países",
    ),
    _Words(  # Portuguese
        rf"{_SCORE} de 5 estrelas",
        rf"(?:Avaliado|Avaliação) (?:no|na|nos|nas|em|do|da) {_PLACE} em",
        "",
        rf"{_N} pessoas? (?:acharam|achou|consideraram|considerou) (?:isso|isto|esta avaliação) útil",
        "Compra verificada",
        "Tamanho|Cor|Estilo|Formato|Nome do \\w+|Sabor|Modelo|Padrão",
        "Útil",
        "(?:Denunciar|Informar|Reportar)(?: abuso)?",
        r"Traduzir avaliação para o? ?\S+",
        r"Avaliações de clientes|Principais avaliações .{3,40}|(?:Página anterior"
        r"|Próxima página)|De outros países",
    ),
    _Words(  # Dutch
        rf"{_SCORE} van (?:de )?5 sterren",
        rf"Beoordeeld in {_PLACE} op",
        "",
        rf"{_N} (?:mensen|personen|persoon|iemand) (?:vonden|vond) dit nuttig",
        "Geverifieerde aankoop",
        "Maat|Grootte|Kleur|Stijl|Formaat|Indeling|Patroon|Smaak",
        "Nuttig|Behulpzaam",
        "Rapporteren|Melden|Misbruik melden",
        r"(?:Recensie|Review|Beoordeling) (?:vertalen naar (?:het )?\S+|naar (?:het )?\S+ vertalen)",
        r"Klanten?(?:reviews|recensies|beoordelingen)|(?:Beste|Top) ?(?:recensies|reviews"
        r"|beoordelingen) uit .{3,40}|(?:Vorige|Volgende) pagina|Uit andere landen",
    ),
    _Words(  # Swedish
        rf"{_SCORE} av 5 stjärnor",
        rf"(?:Recension|Recenserad|Granskad) i {_PLACE} den",
        "",
        rf"{_N} (?:personer|person|kunder) (?:tyckte|ansåg)(?: att)? (?:detta|det|det här) (?:var|vara) "
        r"(?:användbart|till hjälp|hjälpsamt)",
        "Verifierat köp",
        "Storlek|Färg|Stil|Format|Mönster|Smak",
        "Användbart?|Hjälpsam|Till hjälp",
        "Rapportera(?: missbruk)?|Anmäl",
        r"Översätt recension(?:en)? till \S+",
        r"Kundrecensioner|(?:Populäraste|Bästa|Mest populära) recensioner(?:na)? från .{3,40}"
        r"|(?:Föregående|Nästa) sida|Från andra länder",
    ),
    _Words(  # Polish
        rf"{_SCORE} (?:z|na) 5 gwiazdek",
        rf"(?:Zrecenzowano|Opinia|Recenzja|Oceniono) (?:w|we|z) {_PLACE}(?: w dniu| dnia)?",
        "",
        rf"(?:{_N} (?:osób|osoby|osoba) (?:uznało|uznały|uznała) to za (?:przydatne|pomocne)"
        rf"|Liczba osób, które uznały to za (?:przydatne|pomocne): (?P<helpful_>{COUNT}))",
        "(?:Zweryfikowany|Potwierdzony) zakup",
        "Rozmiar|Kolor|Styl|Format|Wzór|Smak",
        "Pomocn[ae]|Przydatne",
        "Zgłoś(?: nadużycie)?",
        r"Przetłumacz (?:recenzję|opinię) na (?:język )?\S+",
        r"(?:Opinie|Recenzje) klientów|Najlepsze (?:opinie|recenzje) z .{3,40}|(?:Poprzednia"
        r"|Następna) strona|Z innych krajów",
    ),
    _Words(  # Japanese
        r"5つ星のうち ?(?P<rating>[1-5]\.0)",
        "",
        r" ?に.{1,20}でレビュー済み",
        r"(?P<helpful>[\d,]+) ?人の(?:お客様|方)がこれが役に立ったと考えています",
        "Amazonで購入",
        "サイズ|色|カラー|スタイル|形式|フォーマット|パターン(?:名)?|容量",
        "役に立った|参考になった",
        "レポート|違反を報告(?:する)?|報告する",
        r"レビューを.{1,10}に翻訳(?:する)?",
        r"カスタマーレビュー|(?:上位|トップ)レビュー、対象国: ?.{1,20}|次へ|前へ|他の国からのトップレビュー",
    ),
)
_MORE = (
    r"(?:\.\.\. ?|… ?)?(?:Read (?:more|less)|Weiterlesen|Mehr lesen|Lire la suite|Lire plus"
    r"|Leggi (?:di più|tutto)"
    r"|Ulteriori informazioni|Leer más|Le(?:ia|r) mais|Meer lezen|Läs mer"
    r"|(?:Czytaj|Przeczytaj|Dowiedz się) więcej"
    r"|続きを読む|もっと読む)"
)


def _rules_of(words: _Words) -> tuple[LineRule, ...]:
    bought = rf"(?P<verified>{words.verified})"
    variant = rf"(?:{words.variants}) ?: ?"
    space = " " if words.reviewed else ""
    return (
        *rules("R", rf"{words.stars}(?:[ :]+(?P<title>\S.*))?"),
        *rules("O", rf"{words.reviewed}{space}(?P<date>{DATE}){words.after}"),
        *rules(
            "V",
            rf"{words.helpful}\.?(?: ?Was this review helpful to you\?(?: ?Yes ?No)?(?: ?Report abuse)?)?",
        ),
        *rules("D", rf"(?:{variant}.*?[ |·]*)?{bought}(?: ?[|·] ?.{{1,60}})?"),
        *rules("h", words.useful),
        *rules("b", rf"(?:{words.useful}) ?[|·]? ?(?:{words.report})"),
        *rules("r", words.report),
        *rules("t", words.translate),
        *rules("p", words.page),
    )


def _variants(words: _Words) -> str:
    """Tell the lines that name what was bought, also where they share that word with another language."""
    return rf"(?:{words.variants}) ?: ?[^.!?。]{{1,120}}"


AMAZON = Site(
    name="amazon",
    hints=(
        "5 star",
        "von 5",
        "sur 5",
        "su 5",
        "de 5",
        "van 5",
        "van de 5",
        "av 5",
        "z 5",
        "na 5",
        "つ星",
        "reviewed in",
    ),
    lines=(
        *(rule for words in _LANGUAGES for rule in _rules_of(words)),
        *rules("v", *map(_variants, _LANGUAGES)),
        *rules("O", rf"By ?{NAME} ?on ?(?P<date>{DATE})"),
        *rules(
            "d",
            r"Vine Customer Review of Free Product.{0,40}",
            r"TOP \d+ .{5,20}|VINE VOICE"
            "|(?:#1 )?HALL OF FAME.{0,20}",
        ),
        *rules("w", r"Was this review helpful to you\?(?: ?Yes ?No)?(?: ?Report abuse)?"),
        *rules("m", _MORE),
        *rules(
            "p",
            r"Translate all reviews to .{3,20}",
            r"[1-5][.,]\d (?:out of|von|sur|su|de|van|av|z) 5",
            rf"(?:{COUNT}) (?:global ratings|weltweite Bewertungen|évaluations globales|valutazioni globali)",
            rf"(?:{COUNT}) (?:calificaciones globales|avaliações globais|wereldwijde beoordelingen)",
            rf"(?:{COUNT}) ?(?:globala betyg|globalnych ocen|件のグローバル評価)",
        ),
    ),
    heads=(r"(?P<author>x)?d*(?:R(?:(?P<title>x)?O)?|(?P<title_>x)?O)v*(?:Dv*)?d*",),
    tail=r"[mt]*(?:r?Vw?|r?w)?t?(?:b|h?r*)t?",
)
