"""Saved pages of review sites become the same reviews as what a person copies from them."""

import json
from html import escape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewcli.errors import ReviewError, SourceError
from reviewcli.sources.page_lines import DEEPEST, page_lines
from reviewcli.sources.plaintext import read_source
from reviewcli.sources.saved_page import page_text
from reviewcli.split.structure.recognise import structured_segments
from tests.conftest import Run
from tests.pages import LAYOUTS, render
from tests.proportion import in_proportion
from tests.saved_pages import SAVED, render_saved, score

PAGES = range(1_000, 1_040)
PIECES = st.sampled_from(
    (
        *"<p> </p> <div> </div> <br> <pre> <svg><title> </title></svg> </time> <b> </b> x &amp;".split(),
        *"&#0; \0 <!-- --> <li> </ul> </span> <script> </script> <table> <td> < > </a> <body>".split(),
        *"</html> <template>".split(),
        "<time datetime='2020-01-02'>",
        "<span title='it was ok'>",
        "<a aria-label='4 out of 5'>",
        "<article> </article>",
        "Ann rated it it was ok",
    )
)
MARKUP = st.lists(PIECES, max_size=40).map("".join)


def shown(markup: str) -> list[str]:
    return [line.text for line in page_lines(markup, "a.html")]


@pytest.mark.parametrize("site", SAVED)
def test_reviews_and_fields_are_found_on_the_saved_pages_of_a_site(site: str) -> None:
    pages = [render_saved(site, seed) for seed in PAGES]

    read = [structured_segments(page_text(page.text, "a.html")[0]) or [] for page in pages]

    found = [[(segment.text, segment.fields) for segment in segments] for segments in read]
    precision, recall, fields = score(list(zip(pages, found, strict=True)))
    assert precision >= 0.999
    assert recall >= 0.999
    assert fields >= 0.99


@pytest.mark.parametrize("site", SAVED)
def test_a_saved_page_is_imported_once_and_alone(run: Run, tmp_path: Path, site: str) -> None:
    page = render_saved(site, 7, reviews=5)
    (tmp_path / "page.html").write_text(page.text)

    imported = run("import", tmp_path / "page.html", "--corpus", tmp_path / "a.db")
    again = run("import", tmp_path / "page.html", "--corpus", tmp_path / "a.db")

    found = json.loads(run("list", "--format", "json", "--corpus", tmp_path / "a.db").out)
    assert (imported.code, again.code) == (0, 0)
    assert [review["text"] for review in found] == [review.text for review in page.reviews]
    assert [review["author"] for review in found] == [review.fields.author for review in page.reviews]
    assert "5 already there" in again.out


def test_inline_words_stay_together_and_blocks_do_not() -> None:
    markup = "<div>A <b>go</b>od\n  book.<br>Read<!-- --> it.<p>Now</p>or<ul><li>never<li>ever</ul> &eacute;."

    assert shown(markup) == ["A good book.", "Read it.", "Now", "or", "never", "ever", "é."]


def test_what_no_browser_shows_is_left_out() -> None:
    markup = """<title>t</title><style>s</style><script>s</script><template>t</template><noscript>n</noscript>
<p hidden>h</p><p style="DISPLAY: none">d</p><div style="visibility:hidden">v<p>w</p></div><dialog>d</dialog>
<select><option>o</select><textarea>t</textarea><svg><title>Logo</title><path></svg>Seen
<dialog open>Asked</dialog>"""

    assert shown(markup) == ["Seen", "Asked"]


def test_gaps_are_where_paragraphs_and_double_line_ends_are() -> None:
    lines = page_lines("a<br>b<br><br>c<p>d</p><div>e</div><pre>f\n\ng</pre>", "a.html")

    assert [(line.text, line.gap) for line in lines] == [
        ("a", False),
        ("b", False),
        ("c", True),
        ("d", True),
        ("e", True),
        ("f", False),
        ("g", True),
    ]


@pytest.mark.parametrize(
    ("markup", "lines"),
    [
        ('a<i aria-label="Rated 4 out of 5 stars"><b>****</b></i>b', ["a", "Rated 4 out of 5 stars", "b"]),
        ('<img alt="5 out of 5">', ["5 out of 5"]),
        ("<svg><title>3.0 of 5 bubbles</title></svg>b", ["3.0 of 5 bubbles", "b"]),
        ('Al rated it <span title="it was ok"><i>**</i></span> · x', ["Al rated it it was ok · x"]),
        ('Al <img alt="Photo of Al"><b title="4 of us">is</b>', ["Al is"]),
        ('So good <img alt="😀">', ["So good 😀"]),
        ('<time datetime="2024-05-06T07:08Z">2 days ago</time>', ["2024-05-06"]),
        ('<time datetime="2024-05-06">05/06/2024</time>', ["2024-05-06"]),
        ('<time datetime="2024-05-06">on May 6, 2024</time>', ["on May 6, 2024"]),
        ('<time datetime="noon">12 o\'clock</time>', ["12 o'clock"]),
        ("<span>3 reviews</span><span>4 followers</span>", ["3 reviews 4 followers"]),
        ("<table><tr><td>Ann<td>Good<tr><td>Bob<td>Bad</table>", ["Ann Good", "Bob Bad"]),
    ],
)
def test_ratings_days_and_parts_that_only_style_shows_are_read(markup: str, lines: list[str]) -> None:
    assert shown(markup) == lines


def test_of_an_unknown_site_the_main_part_is_read_and_said_so(run: Run, tmp_path: Path) -> None:
    (tmp_path / "page.htm").write_text(
        "<header>Shop</header><nav>Home</nav>"
        "<main><p>Nice lamp, bright and cheap.<p>Хорошая лампа.</main><p>Imprint"
    )

    outcome = run("import", tmp_path / "page.htm", "--corpus", tmp_path / "a.db")

    found = json.loads(run("list", "--format", "json", "--corpus", tmp_path / "a.db").out)
    assert "saved page of a site whose layout is not known" in outcome.out + outcome.err
    assert [review["text"] for review in found] == ["Nice lamp, bright and cheap.", "Хорошая лампа."]


def test_what_is_aside_is_read_only_where_there_is_nothing_else() -> None:
    assert page_text("<nav>Home</nav><p>Nice.</p><footer>Imprint</footer>", "a.html")[0] == "Nice."
    assert page_text("<nav>Home</nav>", "a.html")[0] == "Home"
    assert (
        page_text("<div role=banner>Top</div><section><header>Ann</header>Nice.</section>", "a.html")[0]
        == "Ann\nNice."
    )


def test_a_known_site_whose_layout_has_changed_is_read_as_an_unknown_one() -> None:
    page = (
        render_saved("Trustpilot", 3)
        .text.replace("Date of\nexperience:", "Lived on")
        .replace(" reviews<", " opinions<")
    )

    text, note = page_text(page.replace("1 review<", "1 opinion<"), "a.html")

    assert "not known" in note
    assert "Home" not in text


def test_a_review_with_an_unknown_head_is_not_lost() -> None:
    page = render_saved("Amazon in English", 5, reviews=4)
    begin = page.text.index("<i\ndata-hook", page.text.index("<i\ndata-hook") + 1)
    broken = page.text[:begin] + page.text[page.text.index("</div>", begin) :]
    broken = broken.replace(">Reviewed in", ">Seen in", 2).replace(">Seen in", ">Reviewed in", 1)

    text = page_text(broken, "a.html")[0]

    assert page.reviews[1].paragraphs[-1] in text.split("\n")


@pytest.mark.parametrize("site", SAVED)
def test_what_looks_like_furniture_around_the_reviews_does_not_matter(site: str) -> None:
    before = """<section><div>4.0 out of 5 stars</div><div aria-label="Rated 4.6 stars out of five stars">
</div><svg><title>4.5 of 5 bubbles</title></svg><div>8/10</div><div>May 3, 2024</div></section><h2>"""
    after = """<section><div>Helpful</div><div>12 people found this review helpful</div><h3>More like it</h3>
<ul><li>Other thing<br>★★★★☆</ul></section><footer>"""
    pages = [render_saved(site, seed, reviews=4) for seed in range(10)]

    texts = [
        page_text(page.text.replace("<h2>", before, 1).replace("<footer><p>", after), "a.html")[0]
        for page in pages
    ]

    found = [[segment.text for segment in structured_segments(text) or []] for text in texts]
    assert found == [[review.text for review in page.reviews] for page in pages]


@pytest.mark.parametrize("site", ["Goodreads", "IMDb", "Trustpilot", "Amazon in German"])
def test_reviews_that_stand_in_no_elements_of_their_own_are_read_too(site: str) -> None:
    page = render(LAYOUTS[site], 11, reviews=6)
    markup = "".join(f"<div>{escape(line)}</div>" for line in page.text.splitlines())

    segments = structured_segments(page_text(f"<body>{markup}", "a.html")[0]) or []

    assert [segment.text for segment in segments] == [review.text for review in page.reviews]


def test_one_review_alone_is_read() -> None:
    page = render_saved("Trustpilot", 4, reviews=1)

    segments = structured_segments(page_text(page.text, "a.html")[0]) or []

    assert segments[0].text == page.reviews[0].text
    assert segments[0].fields.author == page.reviews[0].fields.author


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("iso-8859-1", "cp1252"),
        ("windows-1251", "cp1251"),
        ("Shift_JIS", "cp932"),
        ("gb2312", "gb18030"),
        ("utf-8", "utf-8"),
    ],
)
def test_a_page_is_decoded_as_it_says(tmp_path: Path, declared: str, encoding: str) -> None:
    words = {"cp1251": "Хорошо", "cp932": "良い", "gb18030": "好书"}.get(encoding, "Très “bien”")
    file = tmp_path / "page.html"
    file.write_bytes(
        f'<meta http-equiv=a content="text/html; charset={declared}"><p>{words}'.encode(encoding)
    )

    source = read_source(str(file))

    assert (source.text, "guess" in source.note) == (words, False)


@pytest.mark.parametrize("declared", ["", "latin-1", "no-such", "zlib", "punycode", "utf-16"])
def test_what_a_page_says_of_its_encoding_counts_only_where_it_can_be(tmp_path: Path, declared: str) -> None:
    file = tmp_path / "page.html"
    file.write_bytes(f"<meta charset='{declared}'><p>Très bien, 良い".encode())

    assert read_source(str(file)).text == "Très bien, 良い"


@pytest.mark.parametrize("declared", ["no-such", "utf-8", "zlib"])
def test_where_a_page_is_not_as_it_says_its_encoding_is_guessed(tmp_path: Path, declared: str) -> None:
    file = tmp_path / "page.html"
    words = "Un très bon livre, écrit à merveille, déçoit un peu."
    file.write_bytes(f"<meta charset='{declared}'><p>{words}".encode("cp1252"))

    source = read_source(str(file))

    assert source.text == words
    assert "guess" in source.note


def test_a_page_is_known_by_how_it_begins_too(run: Run, tmp_path: Path) -> None:
    page = render_saved("Steam", 2, reviews=3)

    run(
        "import",
        "-",
        "--corpus",
        tmp_path / "a.db",
        stdin=b"\xef\xbb\xbf<!-- saved -->\n" + page.text.encode(),
    )

    found = json.loads(run("list", "--format", "json", "--corpus", tmp_path / "a.db").out)
    assert [review["text"] for review in found] == [review.text for review in page.reviews]


@pytest.mark.parametrize(
    ("markup", "message"),
    [
        ("<html><script>app()</script><div id=root></div></html>", "shows no text"),
        ("<div>" * 100_000 + "x", "nests more than"),
        ("\0<p>\0", None),
        ("<div>" * (DEEPEST - 10) + "x" + "</p>" * 10_000, None),
        ("<p>x" * 100_000, None),
        ("<br>" * 100_000 + "x", None),
        ("<" * 1_000_000, None),
        ("<!--" * 100_000, "shows no text"),
        ("<a " * 300_000 + ">x", None),
    ],
)
def test_a_hostile_page_gets_an_answer(markup: str, message: str | None) -> None:
    if message:
        with pytest.raises(SourceError, match=message) as caught:
            page_text(markup, "a.html")
        assert caught.value.hint
    else:
        assert page_text(markup, "a.html")[0]


@pytest.mark.parametrize("piece", ["<p>x", "<br>x", "<", "x<!--", "x<a "])
def test_a_page_is_read_in_proportion_to_its_size(piece: str) -> None:
    assert in_proportion(lambda size: page_text("x" + piece * size, "a.html"), 5_000)


@given(MARKUP)
def test_any_markup_is_read_or_refused(markup: str) -> None:
    try:
        text, _ = page_text(markup, "a.html")
    except ReviewError:
        return

    assert all(line.strip() for line in text.replace("\n\n", "\n").split("\n"))
