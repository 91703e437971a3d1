"""Programs that a test needs and that not every machine has."""

import os
import shutil

import pytest


def require_program(*names: str) -> str:
    """The path of the first of `names` that is installed.

    Where there is none, the test is skipped, and the reason shows in pytest's summary; with CI=true it fails, since there the
    programs are installed and a skipped test would prove nothing.
    """
    for name in names:
        if path := shutil.which(name):
            return path
    lack = f"NOT TESTED: this machine lacks {' or '.join(names)}"
    if os.environ.get("CI") == "true":
        pytest.fail(lack)
    pytest.skip(lack)
