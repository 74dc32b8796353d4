"""The one user of the embedded server: who may read records, with a password made for this start."""

import base64
import hashlib
import json
import secrets
from pathlib import Path

__all__ = ["reader"]

_NAME = "reader"
_ITERATIONS = 1_000  # of a hash that protects 192 random bits: a dictionary is no help against it


def reader(root: Path) -> tuple[str, str]:
    """Write the user and the group into the configuration of a server, and give the name and the password.

    The group may read records of every type and nothing else: no record is
    made or changed, no schema, no setting, and no file is read (which ArcadeDB
    counts as administration). There is no root user.
    """
    password, salt = secrets.token_urlsafe(24), secrets.token_hex(16)
    digest = hashlib.pbkdf2_hmac("sha256", password.encode(), salt.encode(), _ITERATIONS, 32)
    hashed = f"PBKDF2WithHmacSHA256${_ITERATIONS}${salt}${base64.b64encode(digest).decode()}"
    config = root / "config"
    config.mkdir()
    user = {"name": _NAME, "password": hashed, "databases": {"*": [_NAME]}}
    groups = {_NAME: _group("readRecord"), "*": _group()}
    config.joinpath("server-users.jsonl").write_text(json.dumps(user) + "\n")
    config.joinpath("server-groups.json").write_text(json.dumps({"version": 2, "databases": {"*": {"groups": groups}}}))
    return _NAME, password


def _group(*access: str) -> dict[str, object]:
    return {"resultSetLimit": -1, "readTimeout": -1, "access": [], "types": {"*": {"access": list(access)}}}
