"""See the label scheme as a training set has it: groups to choose one of, and labels that stand alone."""

from collections.abc import Iterable
from typing import NamedTuple

from reviewcli.labels import Label
from reviewcli.model import Review


class Scheme(NamedTuple):
    """The labels of a corpus in order: `groups`, of each of which a review has one, and those `alone`."""

    groups: dict[str, tuple[str, ...]]
    alone: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """List all labels, group by group, those that stand alone last."""
        return (*(name for names in self.groups.values() for name in names), *self.alone)


def scheme_of(labels: Iterable[Label]) -> Scheme:
    """Order the labels of a scheme by group."""
    groups: dict[str, tuple[str, ...]] = {}
    alone: dict[str, None] = {}
    for label in labels:
        if label.group:
            groups[label.group] = (*groups.get(label.group, ()), label.name)
        else:
            alone[label.name] = None
    return Scheme(groups, tuple(alone))


def columns_of(scheme: Scheme, taken: Iterable[str]) -> dict[str, str]:
    """Name a column for each group: its own name, with `_label` after it where a column has that name."""
    names: dict[str, str] = {}
    used = {*taken, *scheme.alone}
    for group in scheme.groups:
        name = group
        while name in used:
            name += "_label"
        used.add(name)
        names[group] = name
    return names


def chosen_of(review: Review, group: str) -> str | None:
    """Return the label of a group that a review has; None when it has none, or several."""
    names = {one.label for one in review.annotations if one.group == group}
    return names.pop() if len(names) == 1 else None


def has_rivals(review: Review) -> bool:
    """Tell whether a review has two labels of which one excludes the other."""
    given = {(one.group, one.label) for one in review.annotations if one.group}
    return len(given) > len({group for group, _ in given})
