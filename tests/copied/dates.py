"""Write a day as the sites do."""

from datetime import date

MONTHS = "January February March April May June July August September October November December".split()


def american(day: date) -> str:
    """Write January 9, 2024."""
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}"


def american_short(day: date) -> str:
    """Write Jan 9, 2024."""
    return f"{MONTHS[day.month - 1][:3]} {day.day}, {day.year}"


def american_padded(day: date) -> str:
    """Write Jan 09, 2024."""
    return f"{MONTHS[day.month - 1][:3]} {day.day:02}, {day.year}"


def british(day: date) -> str:
    """Write 9 January 2024."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def british_short(day: date) -> str:
    """Write 9 Jan 2024."""
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def in_digits(day: date) -> str:
    """Write 01/09/2024, the month first."""
    return f"{day:%m/%d/%Y}"


def month(day: date) -> str:
    """Write Jan 2024."""
    return f"{MONTHS[day.month - 1][:3]} {day.year}"


def without_year(day: date) -> str:
    """Write January 9."""
    return f"{MONTHS[day.month - 1]} {day.day}"


def thousands(count: int) -> str:
    """Write 1,234."""
    return f"{count:,}"


def in_short(count: int) -> tuple[str, int]:
    """Write 1.2K, and say for how many that stands."""
    if count < 1000:
        return str(count), count
    tenths = count // 100
    whole, rest = divmod(tenths, 10)
    return (f"{whole}.{rest}K" if rest else f"{whole}K"), tenths * 100
