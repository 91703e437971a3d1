"""A test without its program is skipped at home and fails in CI."""

import pytest

from tests.programs import require_program

LACKING = "no-such-program-anywhere"


def test_the_first_installed_program_is_found() -> None:
    assert require_program(LACKING, "sh").endswith("/sh")


@pytest.mark.parametrize(("ci", "outcome"), [("", pytest.skip.Exception), ("true", pytest.fail.Exception)])
def test_a_lacking_program_is_a_skip_at_home_and_a_failure_in_ci(
    ci: str, outcome: type[BaseException], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CI", ci)
    with pytest.raises(outcome, match=f"lacks {LACKING}"):
        require_program(LACKING)
