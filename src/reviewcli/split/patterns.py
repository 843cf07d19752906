"""Match lines with a pattern that a person wrote, in bounded time whatever the pattern."""

from collections.abc import Callable

from reviewcli.errors import UsageError

LONGEST_LINE, LONGEST_PATTERN = 200, 10_000
SECONDS = 1.0


def matcher(pattern: str) -> Callable[[str], bool]:
    """Make a test whether a line matches a pattern whole; lines of more than 200 characters never do.

    Raises UsageError for a pattern that cannot be read; the test does for one that takes too long.
    """
    import regex  # unlike `re` it can be told when to give up, on every system

    try:
        if len(pattern) > LONGEST_PATTERN:
            raise OverflowError(f"it has more than {LONGEST_PATTERN:,} characters")
        compiled = regex.compile(pattern)
    except (regex.error, RecursionError, OverflowError, MemoryError, ValueError) as error:
        raise UsageError(
            f"'{pattern[:40]}' is neither a rule nor a pattern: {error}.",
            hint="The rules are model, paragraph, blank and none.",
        ) from error

    def matches(line: str) -> bool:
        try:
            return len(line) <= LONGEST_LINE and bool(compiled.fullmatch(line, timeout=SECONDS))
        except TimeoutError as error:
            raise UsageError(
                f"'{pattern[:40]}' takes more than {SECONDS:g} second on one line: '{line[:40]}'.",
                hint="Nothing was written. Write it so that a line can match in one way only.",
            ) from error

    return matches
