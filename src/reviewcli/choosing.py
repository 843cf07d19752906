"""Choose whose labels go out where annotators disagree."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from reviewcli.model import Annotation, Review

ALL, MAJORITY, GOLD = "all", "majority", "gold"

Choose = Callable[[tuple[Annotation, ...]], tuple[Annotation, ...]]


def choosing(whose: str) -> Choose:
    """Return the rule of that name: `all`, `majority`, or else the labels that this annotator gave."""
    if whose == ALL:
        return tuple
    if whose == MAJORITY:
        return majority
    return lambda annotations: tuple(one for one in annotations if one.annotator == whose)


def chosen(reviews: Iterable[Review], whose: str) -> Iterator[Review]:
    """Give the reviews with only the labels that a rule leaves them."""
    if whose == ALL:
        return iter(reviews)
    rule = choosing(whose)
    return (
        replace(review, annotations=rule(review.annotations)) if review.annotations else review
        for review in reviews
    )


def majority(annotations: Iterable[Annotation]) -> tuple[Annotation, ...]:
    """Keep, of each group, the label that most annotators gave; none where two are given as often.

    A label that stands alone is kept when more than half of those who labelled the review gave it.
    """
    given = tuple(annotations)
    voters = len({one.annotator for one in given})
    kept = set(_alone(given, voters)) | set(_of_groups(given))
    return tuple(one for one in given if (one.group, one.label) in kept)


def _alone(given: Iterable[Annotation], voters: int) -> Iterator[tuple[str, str]]:
    votes = Counter(one.label for one in given if not one.group)
    return (("", label) for label, count in votes.items() if 2 * count > voters)


def _of_groups(given: tuple[Annotation, ...]) -> Iterator[tuple[str, str]]:
    for group in {one.group for one in given if one.group}:
        (label, count), *others = Counter(one.label for one in given if one.group == group).most_common(2)
        if not others or others[0][1] < count:
            yield group, label


def is_tied(review: Review) -> bool:
    """Tell whether a review has labels that no majority decides about."""
    given = review.annotations
    decided = {one.group for one in majority(given) if one.group}
    if any(one.group and one.group not in decided for one in given):
        return True
    voters = len({one.annotator for one in given})
    return any(2 * count == voters for count in Counter(one.label for one in given if not one.group).values())
