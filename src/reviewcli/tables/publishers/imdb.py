"""Read the reviews of IMDb that classifiers are measured by, and know the ratings that members export."""

from reviewcli.tables.columns import Columns
from reviewcli.tables.entry import Publisher, columns_of
from reviewcli.tables.labelling import labels_in
from reviewcli.tables.markup import text_of_html

_KAGGLE = Columns("review", {}, markup=text_of_html, labels=lambda record: labels_in(record, "sentiment"))
PUBLISHERS = (
    Publisher(
        "IMDb reviews",
        columns_of("review,sentiment"),
        _KAGGLE.read,
        tells=lambda columns: len(columns) <= 3,
    ),
    Publisher(
        "IMDb ratings",
        columns_of("Const,Your Rating,Date Rated"),
        _KAGGLE.read,
        without="IMDb exports ratings without the text of reviews",
    ),
)
