"""Write .env for docker-compose.yml: .env.example with a random secret for every empty value. Keeps what .env has already.

Needs nothing but Python: `python3 docker/write_env.py [FOLDER]`, FOLDER being the one with .env.example (default: the project).
"""

import base64
import os
import secrets
import sys
from pathlib import Path


def main() -> None:
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent.parent
    example, target = (folder / ".env.example").read_text(), folder / ".env"
    before = target.read_text() if target.exists() else None
    after = completed(example if before is None else before, example)
    if after == before:
        print(f"{target} is complete already")
        return
    write_private(target, after)
    print(f"wrote {target}: the logins of the UI are ADMIN_PASSWORD and VIEWER_PASSWORD in it")


def completed(text: str, example: str) -> str:
    """`text` with a secret for every setting that `example` leaves empty; settings that `text` lacks are added at its end."""
    lines = text.splitlines()
    known = {line.partition("=")[0] for line in lines}
    wanted = [line.partition("=")[0] for line in example.splitlines() if line.endswith("=") and not line.startswith("#")]
    lines += [f"{name}=" for name in wanted if name not in known]
    return "\n".join(line + secret(line[:-1]) if line.endswith("=") and line[:-1] in wanted else line for line in lines) + "\n"


def secret(name: str) -> str:
    """Letters and digits, which need no quoting in a URL, as many as HS512 asks for (RFC 7518, 3.2); a Fernet key has its own form."""
    if name == "FERNET_KEY":
        return base64.urlsafe_b64encode(os.urandom(32)).decode()
    return secrets.token_hex(32)


def write_private(path: Path, text: str) -> None:
    """Whole or not at all, and readable by its owner only."""
    draft = path.with_name(f"{path.name}.draft")
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(text)
    draft.replace(path)


if __name__ == "__main__":
    main()
