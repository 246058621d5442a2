"""The errors that a user can do something about. Each message is one line: what, where, what to do."""


class OnrecordError(Exception):
    """Anything that `onrecord` reports to its user in one line, without a traceback."""


class ReadError(OnrecordError):
    """An input that cannot be made an article. `where` is `read`."""

    where = "read"


class ExtractError(OnrecordError):
    """An article that could not be read by the layers. `where` is `extract`."""

    where = "extract"


class LexiconError(OnrecordError):
    """A table that the layers stand on and that cannot be had."""

    where = "extract"


class LedgerError(OnrecordError):
    """A ledger that cannot be opened, written or asked as wanted."""
