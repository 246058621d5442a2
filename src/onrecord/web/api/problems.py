"""Every fault of the API as `application/problem+json` (RFC 9457)."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field
from starlette.exceptions import HTTPException

from onrecord.errors import OnrecordError


class Problem(BaseModel):
    """What went wrong. `title` is the phrase of the status, `detail` says it in plain words."""

    type: str = Field(default="about:blank")
    title: str
    status: int
    detail: str


def told_as(**statuses: str) -> dict[int | str, dict[str, Any]]:
    """Faults for the OpenAPI document: `s404="Nothing of that name."`, each as a problem."""
    schema = Problem.model_json_schema()
    return {
        int(name[1:]): {"description": words, "content": {"application/problem+json": {"schema": schema}}}
        for name, words in statuses.items()
    }


def problem(status: int, detail: str) -> JSONResponse:
    """The answer that tells of a fault."""
    told = Problem(title=HTTPStatus(status).phrase, status=status, detail=detail)
    return JSONResponse(told.model_dump(), status, media_type="application/problem+json")


def handle(api: FastAPI) -> None:
    """Make every fault of that application a problem."""

    @api.exception_handler(HTTPException)
    async def http(_: Request, error: HTTPException) -> JSONResponse:
        answer = problem(error.status_code, str(error.detail))
        answer.headers.update(error.headers or {})
        return answer

    @api.exception_handler(RequestValidationError)
    async def invalid(_: Request, error: RequestValidationError) -> JSONResponse:
        told = "; ".join(f"{'.'.join(map(str, e['loc'][1:]))}: {e['msg']}" for e in error.errors()[:5])
        return problem(400, told or "The request cannot be read.")

    @api.exception_handler(OnrecordError)
    async def known(_: Request, error: OnrecordError) -> JSONResponse:
        return problem(503, " ".join(str(error).split()))

    @api.exception_handler(Exception)
    async def unknown(_: Request, __: Exception) -> JSONResponse:
        return problem(500, "Something went wrong here; the server's own output says what.")
