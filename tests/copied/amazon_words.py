"""Hold what Amazon prints around a review in each of its languages."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """The lines of one language; `{}` stands for what a line tells, `day` is made of {d}, {m} and {y}."""

    stars: str
    places: tuple[str, ...]
    day: str
    months: str
    bought: str
    formats: tuple[str, ...]
    one: str
    many: str
    helpful: str
    report: tuple[str, ...]
    more: str
    translate: str
    above: tuple[str, ...]
    below: tuple[str, ...]
    point: str = ","
    thousands: str = "."


WORDS = {
    "English": Words(
        "{} out of 5 stars",
        (
            "Reviewed in the United States on {}",
            "Reviewed in the United Kingdom 🇬🇧 on {}",
            "Reviewed in India on {}",
        ),
        "{m} {d}, {y}",
        "January February March April May June July August September October November December",
        "Verified Purchase",
        ("Format: Hardcover", "Format: Kindle", "Size: 256 GBColor: Desert Titanium", "Colour: Black"),
        "One person found this helpful",
        "{} people found this helpful",
        "Helpful",
        ("Report", "Report abuse"),
        "Read more",
        "Translate review to English",
        ("Customer reviews", "4.6 out of 5", "12,345 global ratings", "Top reviews from the United States"),
        ("Previous page", "Next page"),
        ".",
        ",",
    ),
    "German": Words(
        "{} von 5 Sternen",
        (
            "Rezension aus Deutschland vom {}",
            "Bewertet in Deutschland am {}",
            "Rezension aus dem Vereinigten Königreich vom {}",
        ),
        "{d}. {m} {y}",
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
        "Verifizierter Kauf",
        ("Format: Taschenbuch", "Größe: LFarbe: Schwarz", "Farbe: Weiß"),
        "Eine Person fand diese Informationen hilfreich",
        "{} Personen fanden diese Informationen hilfreich",
        "Nützlich",
        ("Melden", "Missbrauch melden"),
        "Mehr lesen",
        "Rezension auf Deutsch übersetzen",
        (
            "Kundenrezensionen",
            "4,6 von 5",
            "1.234 weltweite Bewertungen",
            "Spitzenrezensionen aus Deutschland",
        ),
        ("Vorherige Seite", "Nächste Seite"),
    ),
    "French": Words(
        "{} sur 5 étoiles",
        ("Commenté en France le {}", "Avis laissé en France le {}", "Commenté au Royaume-Uni le {}"),
        "{d} {m} {y}",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "Achat vérifié",
        ("Format : Broché", "Taille: LCouleur: Noir", "Couleur : Blanc"),
        "Une personne a trouvé cela utile",
        "{} personnes ont trouvé cela utile",
        "Utile",
        ("Signaler", "Signaler un abus"),
        "Lire la suite",
        "Traduire l'avis en français",
        (
            "Commentaires client",
            "4,6 sur 5",
            "1 234 évaluations globales",
            "Meilleurs commentaires provenant de France",
        ),
        ("Page précédente", "Page suivante"),
        thousands="\u202f",
    ),
    "Italian": Words(
        "{} su 5 stelle",
        ("Recensito in Italia il {}", "Recensione in Italia il {}", "Recensito nel Regno Unito il {}"),
        "{d} {m} {y}",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "Acquisto verificato",
        ("Formato: Copertina flessibile", "Dimensioni: LColore: Nero", "Colore: Bianco"),
        "Una persona l'ha trovato utile",
        "{} persone l'hanno trovato utile",
        "Utile",
        ("Segnala", "Segnala un abuso"),
        "Leggi di più",
        "Traduci recensione in Italiano",
        ("Recensioni clienti", "4,6 su 5", "1.234 valutazioni globali", "Le recensioni migliori da Italia"),
        ("Pagina precedente", "Pagina successiva"),
    ),
    "Spanish": Words(
        "{} de 5 estrellas",
        (
            "Revisado en España el {}",
            "Reseñado en España el {}",
            "Opinión emitida en Estados Unidos el {}",
            "Calificado en México el {}",
        ),
        "{d} de {m} de {y}",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "Compra verificada",
        ("Formato: Tapa blanda", "Tamaño: LColor: Negro", "Color: Blanco"),
        "A una persona le ha parecido esto útil",
        "A {} personas les ha parecido esto útil",
        "Útil",
        ("Informar", "Informar de un abuso"),
        "Leer más",
        "Traducir reseña al español",
        (
            "Opiniones de clientes",
            "4,6 de 5",
            "1.234 calificaciones globales",
            "Reseñas más importantes de España",
        ),
        ("Página anterior", "Página siguiente"),
    ),
    "Portuguese": Words(
        "{} de 5 estrelas",
        ("Avaliado no Brasil em {}", "Avaliado nos Estados Unidos em {}", "Avaliado em Portugal em {}"),
        "{d} de {m} de {y}",
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "Compra verificada",
        ("Formato: Capa comum", "Tamanho: GCor: Preto", "Cor: Branco"),
        "Uma pessoa achou isso útil",
        "{} pessoas acharam isso útil",
        "Útil",
        ("Denunciar", "Informar abuso"),
        "Leia mais",
        "Traduzir avaliação para português",
        ("Avaliações de clientes", "4,6 de 5", "1.234 avaliações globais", "Principais avaliações do Brasil"),
        ("Página anterior", "Próxima página"),
    ),
    "Dutch": Words(
        "{} van 5 sterren",
        (
            "Beoordeeld in Nederland op {}",
            "Beoordeeld in België op {}",
            "Beoordeeld in het Verenigd Koninkrijk op {}",
        ),
        "{d} {m} {y}",
        "januari februari maart april mei juni juli augustus september oktober november december",
        "Geverifieerde aankoop",
        ("Formaat: Paperback", "Maat: LKleur: Zwart", "Kleur: Wit"),
        "Eén persoon vond dit nuttig",
        "{} mensen vonden dit nuttig",
        "Nuttig",
        ("Rapporteren", "Misbruik melden"),
        "Meer lezen",
        "Recensie naar het Nederlands vertalen",
        ("Klantenreviews", "4,6 van 5", "1.234 wereldwijde beoordelingen", "Beste recensies uit Nederland"),
        ("Vorige pagina", "Volgende pagina"),
    ),
    "Swedish": Words(
        "{} av 5 stjärnor",
        ("Recension i Sverige den {}", "Recenserad i Sverige den {}", "Recenserad i Storbritannien den {}"),
        "{d} {m} {y}",
        "januari februari mars april maj juni juli augusti september oktober november december",
        "Verifierat köp",
        ("Format: Pocketbok", "Storlek: LFärg: Svart", "Färg: Vit"),
        "En person tyckte att detta var till hjälp",
        "{} personer tyckte att detta var till hjälp",
        "Hjälpsam",
        ("Rapportera", "Rapportera missbruk"),
        "Läs mer",
        "Översätt recension till svenska",
        ("Kundrecensioner", "4,6 av 5", "1 234 globala betyg", "Populäraste recensioner från Sverige"),
        ("Föregående sida", "Nästa sida"),
        thousands="\u00a0",
    ),
    "Polish": Words(
        "{} z 5 gwiazdek",
        ("Zrecenzowano w Polsce {}", "Zrecenzowano w Polsce dnia {}", "Zrecenzowano w Niemczech dnia {}"),
        "{d} {m} {y}",
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
        "Zweryfikowany zakup",
        ("Format: Oprawa miękka", "Rozmiar: LKolor: Czarny", "Kolor: Biały"),
        "Jedna osoba uznała to za przydatne",
        "{} osób uznało to za przydatne",
        "Pomocne",
        ("Zgłoś", "Zgłoś nadużycie"),
        "Czytaj więcej",
        "Przetłumacz recenzję na język polski",
        ("Opinie klientów", "4,6 z 5", "1234 globalnych ocen", "Najlepsze opinie z Polski"),
        ("Poprzednia strona", "Następna strona"),
        thousands="",
    ),
    "Japanese": Words(
        "5つ星のうち{}",
        ("{}に日本でレビュー済み", "{}に日本でレビュー済み", "{}にアメリカ合衆国でレビュー済み"),
        "{y}年{m}月{d}日",
        "1 2 3 4 5 6 7 8 9 10 11 12",
        "Amazonで購入",
        ("形式: 単行本", "サイズ: L色: ブラック", "色: ホワイト"),
        "1人のお客様がこれが役に立ったと考えています",
        "{}人のお客様がこれが役に立ったと考えています",
        "役に立った",
        ("レポート", "違反を報告する"),
        "続きを読む",
        "レビューを日本語に翻訳する",
        ("カスタマーレビュー", "星5つ中の4.6", "1,234件のグローバル評価", "上位レビュー、対象国： 日本"),
        ("前へ", "次へ"),
        ".",
        ",",
    ),
}
