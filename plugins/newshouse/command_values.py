"""The values that options and arguments of the command take, where click has no type that refuses what cannot be meant."""

import math
from typing import Any

import click


class Words(click.ParamType[str]):
    """Text that Postgres, JSON and HTTP can carry; a shell hands over any bytes."""

    name = "text"

    def __init__(self, *, is_needed: bool = False) -> None:
        self._is_needed = is_needed

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        try:
            value.encode()
        except UnicodeEncodeError:
            self.fail(f"{value!r} holds bytes that are not UTF-8", param, ctx)
        if self._is_needed and not value.strip():
            self.fail("say something", param, ctx)
        return value


class Percent(click.FloatRange):
    """0 to 100; click's own range lets nan through, which is neither less nor more than anything."""

    def __init__(self) -> None:
        super().__init__(0, 100)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> float:
        number = float(super().convert(value, param, ctx))
        if math.isnan(number):
            self.fail(f"{value} is not in the range 0<=x<=100.", param, ctx)
        return number


WORDS, SOMETHING, PERCENT = Words(), Words(is_needed=True), Percent()
