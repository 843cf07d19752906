"""Show saved queries, to people and to programs."""

from collections.abc import Iterable

from rich.table import Table
from rich.text import Text

from reviewcli.saved import SavedQuery
from reviewcli.views import theme
from reviewcli.views.door import line


def saved_table(saved: Iterable[SavedQuery]) -> Table:
    """Show each query beside its name."""
    table = Table.grid(padding=(0, 2))
    table.add_column(style=theme.HEADER, overflow="fold")
    table.add_column(ratio=1, overflow="fold")
    for one in saved:
        table.add_row(Text(line(one.name)), Text(line(one.query)))
    return table
