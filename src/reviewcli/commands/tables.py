"""Show what an import of tables would give, and hand back the rows that it could not take."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reviewcli.commands.session import Session
from reviewcli.errors import UsageError

if TYPE_CHECKING:
    from reviewcli.importing import Intake
    from reviewcli.sources.plaintext import Source
    from reviewcli.split.rules import Cutting

SHOWN = 10


def mapping_from(columns: str | None) -> dict[str, str] | None:
    """Read what --map says. Raises UsageError."""
    if columns is None:
        return None
    from reviewcli.tables.choosing import parse_mapping

    return parse_mapping(columns)


def require_fit(
    sources: Sequence["Source"], cutting: "Cutting", mapping: Mapping[str, str] | None, session: Session
) -> None:
    """Raise UsageError for options that say nothing of a source, SourceError for a table without texts."""
    for source in sources:
        if source.table is None and mapping:
            raise UsageError(f"{source.name} is no table, and has no columns.", hint="Leave out --map.")
        if source.table is not None and (cutting.rule != "model" or cutting.expect is not None):
            raise UsageError(
                f"The reviews of {source.name} stand one by one and are not split.",
                hint="Leave out --split and --expect.",
            )
    if not _corpus_path(session).exists():
        from reviewcli.planning import plan_for

        for source in sources:
            if source.table is not None:
                plan_for(source, mapping)


def _corpus_path(session: Session) -> Path:
    from reviewcli.config import path_of

    return path_of(session.corpus_choice().value)


def preview_table(source: "Source", mapping: Mapping[str, str] | None, session: Session) -> None:
    """Show the first reviews as they would be, and how the columns were read."""
    from reviewcli.planning import plan_for, previewed
    from reviewcli.views.previewed import previewed_lines
    from reviewcli.views.reports import print_lines

    plan = plan_for(source, mapping)
    if not mapping and _corpus_path(session).exists():
        with session.corpus() as corpus:
            plan = plan_for(source, None, corpus.mapping_of)
    shown = previewed(source, plan, SHOWN)
    print_lines(previewed_lines(shown.reviews), color=session.color)
    for sentence in shown.rejects.sentences():
        session.say(f"{source.name}, {sentence}: it would be rejected.")
    session.say(f"{source.name}: {plan.choice.said} Shown are the first {SHOWN} at most.")


def hand_back(intakes: Iterable["Intake"], sources: Iterable["Source"], session: Session) -> None:
    """Say which rows were rejected and why, and write them into a file that can be mended and imported."""
    for intake, source in zip(intakes, sources, strict=True):
        rejects = intake.table.rejects if intake.table else None
        if not rejects or not rejects.count:
            continue
        for sentence in rejects.sentences():
            session.say(f"{intake.source}, {sentence}.")
        beside = Path(source.path).parent if source.path else Path()
        folder = beside if beside.is_dir() else beside.parent  # of a member of an archive
        try:
            path = rejects.write(folder)
        except OSError as error:
            session.say(f"The rejected rows could not be written beside it: {error.strerror or error}.")
            continue
        session.say(f"The rejected rows are in {path}: mend them there and import that.")
