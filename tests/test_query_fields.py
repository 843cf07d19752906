"""Each field means what docs/query.md says, and says so when it is asked for something else."""

from dataclasses import replace

import pytest

from reviewcli.errors import QueryError
from reviewcli.model import Annotation, Boundary, InnerGap
from reviewcli.query.match import matches
from reviewcli.query.parse import parse
from reviewcli.query.printing import to_string
from reviewcli.query.request import Given
from reviewcli.query.tree import By, Dated, Within
from tests.test_query_match import make_review

LEAP_DAY = Given("2024-02-29")


def annotation(label: str, annotator: str = "ada", group: str = "sentiment") -> Annotation:
    return Annotation(label, group, annotator, "2024-01-01T00:00:00Z")


FULL = replace(
    make_review("One two three.", number=7),
    source="Goodreads page.html",
    title="Lenin’s Moscow",
    author="Ana-María Peña",
    item="The Café",
    rating=7.0,
    rating_scale=10.0,
    date="2020-05-03",
    helpful=12,
    verified=True,
    recommended=False,
    annotations=(annotation("mixed"), annotation("mixed", "Ben Okri"), annotation("funny", "ben", "")),
    notes=("To be translated.", "Ask her again"),
    gaps=(InnerGap(1, Boundary(0.5)),),
    joined=1,
)
BARE = make_review("One.")


@pytest.mark.parametrize(
    ("source", "answer"),
    [
        ("number:7", True),
        ("number:=7", True),
        ("number:1..6", False),
        ("number:..7", True),
        ("number:>7", False),
        ("number:<8", True),
        ("words:3", True),
        ("words:>=3", True),
        ("words:≤2", False),
        ("words:=>3", True),
        ("helpful:10..20", True),
        ("helpful:0", False),
        ("rating:3.5", True),
        ("rating:3,5", True),
        ("rating:7/10", True),
        ("rating:>3.5", False),
        ("rating:3...4", True),
        ("rating:>=8/10", False),
        ("rating:70/100", True),
        ("date:2020", True),
        ("date:2020-05", True),
        ("date:2020-5-3", True),
        ("date:2020-05-03", True),
        ("date:2020-05-04..", False),
        ("date:2019..2020", True),
        ("date:..2020-05-02", False),
        ("date:>2020", False),
        ("date:<2020", False),
        ("date:<=2020-05", True),
        ("date:>2020-04", True),
        ("author:pena", True),
        ("author:ANA-MARIA", True),
        ('author:"maria pena"', True),
        ("author:pen*", True),
        ("author:pema~", True),
        ("author:penas", False),
        ('author:"pena maria"', False),
        ("title:moscow", True),
        ("title:lenin", True),
        ("item:cafe", True),
        ("source:page.html", True),
        ("source:goodreads", True),
        ("source:html.page", False),
        ("note:translated", True),
        ('note:"translated ask"', False),
        ("note:again", True),
        ("by:ADA", True),
        ('by:"ben  okri"', True),
        ("by:okri", False),
        ("by:ben tag:mixed", True),
        ("is:tagged is:noted is:rated is:dated is:decided is:doubtful is:verified", True),
        ("is:recommended OR is:disputed OR is:untagged", False),
    ],
)
def test_a_clause_asks_what_its_review_answers(source: str, answer: bool) -> None:  # noqa: FBT001 - a parametrized answer
    assert matches(parse(source), FULL) is answer


@pytest.mark.parametrize(
    "field", ["rating:..5", "date:..9999", "helpful:0..", "author:a*", "note:a*", "by:ada"]
)
def test_a_review_without_a_value_answers_no_clause_about_it_and_every_one_that_leaves_it_out(
    field: str,
) -> None:
    assert not matches(parse(field), BARE)
    assert matches(parse(f"-{field}"), BARE)


def test_a_review_without_anything_is_in_no_state_but_untagged() -> None:
    states = "is:tagged OR is:noted OR is:rated OR is:dated OR is:decided OR is:doubtful OR is:verified"

    assert not matches(parse(f"{states} OR is:recommended OR is:disputed"), BARE)
    assert matches(parse("is:untagged"), BARE)


@pytest.mark.parametrize(
    ("given", "answer"),
    [
        ([("mixed", "ada", "sentiment"), ("critical", "ben", "sentiment")], True),
        ([("mixed", "ada", "sentiment"), ("mixed", "ben", "sentiment")], False),
        ([("funny", "ada", ""), ("long", "ben", "")], False),
        ([("mixed", "ada", "sentiment"), ("long", "ben", "length")], False),
    ],
)
def test_a_review_is_disputed_when_one_group_has_two_labels(
    given: list[tuple[str, str, str]],
    answer: bool,  # noqa: FBT001 - a parametrized answer
) -> None:
    review = replace(BARE, annotations=tuple(annotation(*one) for one in given))

    assert matches(parse("is:disputed"), review) is answer


@pytest.mark.parametrize(
    ("date", "source", "answer"),
    [
        ("2020-05", "date:2020-05-01", True),
        ("2020-05", "date:2020-05", True),
        ("2020-05", "date:2020-05-02..", False),
        ("2020", "date:2020-01-01", True),
        ("2020-05-03T10:00:00Z", "date:2020-05-03", True),
    ],
)
def test_a_date_of_which_the_day_is_not_known_counts_as_its_first(
    date: str,
    source: str,
    answer: bool,  # noqa: FBT001 - a parametrized answer
) -> None:
    assert matches(parse(source), replace(BARE, date=date)) is answer


@pytest.mark.parametrize(
    ("source", "printed"),
    [
        ("date:today", "date:2024-02-29"),
        ("date:yesterday..", "date:2024-02-28.."),
        ("date:-30d..", "date:2024-01-30.."),
        ("date:..-2w", "date:..2024-02-15"),
        ("date:-6m..-1M", "date:2023-08-29..2024-01-29"),
        ("date:-1y", "date:2023-02-28"),
        ("date:-12m", "date:2023-02-28"),
        ("date:>-1d", "date:2024-02-29.."),
        ("date:2024-02", "date:2024-02-01..2024-02-29"),
        ("date:1900-02", "date:1900-02-01..1900-02-28"),
        ("date:2023-12..", "date:2023-12-01.."),
        ("date:<2024", "date:..2023-12-31"),
        ("rating:8/10", "rating:4"),
        ("rating:>1/3", "rating:>1.6666666666666667"),
        ("words:<50", "words:<50"),
        ("words:050..", "words:50.."),
        ("Author:“J. Smith”", 'author:"j smith"'),
        ("Author:Smith*", "author:smith*"),
        ("BY:Ada", "by:ada"),
    ],
)
def test_a_clause_is_printed_in_its_plain_form(source: str, printed: str) -> None:
    assert to_string(parse(source, LEAP_DAY)) == printed


@pytest.mark.parametrize(
    ("source", "column", "message", "hint"),
    [
        ("a words:x", 3, "'words:x' is not a whole number", "words:50"),
        ("words:1.5", 1, "'words:1.5' is not a whole number", "words:50.."),
        ("words:-3", 1, "is not a whole number", "words:50"),
        ("number:1-5,8", 1, "'number:1-5,8' is not a whole number", "Write number:1..5 OR number:8"),
        ("words:9999999999999999", 1, "is not a whole number", "words:50"),
        ("words:7..3", 1, "'words:7..3' runs backwards", "words:3..7"),
        ("words:..", 1, "'words:..' names no end of the range", "words:50.."),
        ("words:>", 1, "names no end of the range", "words:50.."),
        ("words:>=3..7", 1, "has both '>=' and '..'", "'words:>=50'"),
        ("words:>3..", 1, "has both '>' and '..'", "words:50.."),
        ("rating:good", 1, "'rating:good' is not a rating", "rating:4.."),
        ("rating:8", 1, "'rating:8' is more than there is: ratings are compared out of 5", "rating:8/10"),
        ("rating:11/10", 1, "is more than there is: ratings are compared out of 10", "11"),
        ("rating:0/0", 1, "is more than there is", "0/10"),
        ("rating:5..4", 1, "'rating:5..4' runs backwards", "rating:4..5"),
        ("date:2020-13", 1, "There is no such day as '2020-13'", "-30d"),
        ("date:2023-02-29", 1, "There is no such day as '2023-02-29'", "2020-05-03"),
        ("date:2020-00-01", 1, "There is no such day", "2020"),
        ("date:0000", 1, "There is no such day", "2020"),
        ("date:-99999y", 1, "There is no such day as '-99999y'", "2020"),
        ("date:-9999y..", 1, "There is no such day", "2020"),
        ("date:may", 1, "'date:may' is not a date", "yesterday"),
        ("date:20", 1, "'date:20' is not a date", "today"),
        ("date:30d..", 1, "'date:30d..' is not a date", "-30d"),
        ("date:>9999", 1, "'date:>9999' leaves no day", "1 and 9999"),
        ("date:<0001", 1, "leaves no day", "1 and 9999"),
        ("date:2022..2020", 1, "runs backwards", "date:2020..2022"),
        ("author:*", 8, "'*' stands after nothing", "revolu*"),
        ("a author:f*o", 11, "'*' stands elsewhere", '"f*o"'),
        ("author:!!", 8, "'!!' has no letters or digits", "letter"),
        ('author:"!"', 1, "'!' has no letters or digits", "letter"),
        ("author:a-b~", 8, "'~' follows 2 words", "b~"),
        ("note:*", 1, "'note:*' asks for no word", "is:noted"),
        ("by:*", 1, "'by:*' does not name an annotator", "is:tagged"),
        ("stars:5", 1, "'stars:' is not a field", "Write 'rating:5'"),
        ("label:mixed", 1, "'label:' is not a field", "Write 'tag:mixed'"),
        ("auhtor:x", 1, "'auhtor:' is not a field", "Write 'author:x'"),
        ("sort:dat", 1, "'sort:dat' is nothing to sort by", "sort:date"),
        ("sort:date,-rating", 1, "'-' stands before what to sort by", "sort:rating-"),
        ("-sort:date", 2, "'sort:' stands in a group or after '-'", "sort:date-"),
        ("a (b sort:date)", 6, "'sort:' stands in a group or after '-'", "outside"),
        ("sort:xyzzy", 1, "is nothing to sort by", "one of these"),
    ],
)
def test_what_a_field_cannot_mean_is_refused_with_its_column_and_a_hint(
    source: str, column: int, message: str, hint: str
) -> None:
    with pytest.raises(QueryError) as caught:
        parse(source, LEAP_DAY)

    assert message in caught.value.message
    assert caught.value.column == column
    assert hint in caught.value.hint


def test_a_tree_holds_only_names_and_ranges_that_can_be_meant() -> None:
    with pytest.raises(ValueError, match="not a folded name"):
        By("Ada")
    for low, high, strict in ((None, None, False), (2, 1, False), (-1, None, False), (1, 2, True)):
        with pytest.raises(ValueError, match="not a range"):
            Within("words", low, high, strict=strict)
    for first, last in ((None, None), ("2021-01-01", "2020-01-01"), ("2020", None)):
        with pytest.raises(ValueError, match="not a range of days"):
            Dated(first, last)
