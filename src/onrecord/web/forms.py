"""What a form sends, read without a library: short, plain fields."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import parse_qsl

from fastapi import Depends, Request
from starlette.exceptions import HTTPException

LARGEST = 64 * 1024
"""Bytes of a form."""
FIELDS = 100


async def form(request: Request) -> dict[str, str]:
    """The fields of a form by name, of several with one name the last. HTTPException 4xx where it is none."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind != "application/x-www-form-urlencoded":
        raise HTTPException(415, "A form of these pages was expected.")
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > LARGEST:
            raise HTTPException(413, f"A form may have {LARGEST // 1024} kB.")
    try:
        return dict(parse_qsl(body.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=FIELDS))
    except ValueError:
        raise HTTPException(400, "The form cannot be read.") from None


Form = Annotated[dict[str, str], Depends(form)]
