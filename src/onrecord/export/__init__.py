"""The formats that records and the ledger are handed on in."""
