"""How many rows of a list hold on a day, from sums over months and days: the cost does not grow with the rows."""

from __future__ import annotations

from typing import Any

from onrecord.store.rows_derived import Choice
from onrecord.store.schema_derived import COUNTED

Given = dict[str, Any]

_SUMS = (
    "SELECT {columns}, sum(rows) FROM ("
    "SELECT * FROM kept_number WHERE list = :list AND period >= 'm' AND period < :month UNION ALL "
    "SELECT * FROM kept_number WHERE list = :list AND period >= :first AND period <= :until) WHERE {where} "
)


def counted_ahead(choice: Choice) -> bool:
    """Whether the chosen rows are among those that are counted as they change: chosen by their sort alone."""
    plain = Choice(
        kinds=choice.kinds, statuses=choice.statuses, but=choice.but, dated=choice.dated, least=choice.least,
        apart=choice.apart, order=choice.order,
    )  # fmt: skip
    return choice == plain and max(choice.least, choice.apart) <= COUNTED


def sums(name: str, day: str, choice: Choice, columns: str = "0", grouped: str = "") -> tuple[str, Given]:
    """The query for the number of such rows that hold on a day, and its values; by the columns, where it is grouped."""
    given: Given = {
        "list": name, "month": f"m{day[:7]}", "first": f"d{day[:7]}", "until": f"d{day}", "least": choice.least,
        "apart": choice.apart,
    }  # fmt: skip
    parts = ["number >= :least", "size >= :apart"]
    for column, values, no in (
        ("kind", choice.kinds, ""), ("status", choice.statuses, ""), ("substr(status, 1, 2)", choice.but, "NOT "),
    ):  # fmt: skip
        names = [f"{column[:4]}{no[:1]}{n}" for n in range(len(values))]
        given |= dict(zip(names, values, strict=True))
        parts += [f"{column} {no}IN ({', '.join(f':{n}' for n in names)})"] if values else []
    if choice.dated is not None:
        parts.append("dated" if choice.dated else "NOT dated")
    return _SUMS.format(columns=columns, where=" AND ".join(parts)) + grouped, given
