"""One page of our template: style, scripts and data inlined, and a policy that lets nothing else run.

The policy names each script and the style by its digest (Content Security
Policy, level 3); data stand in blocks that no browser executes.
"""

import base64
import hashlib
import json
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket

__all__ = ["FOLDER", "context", "environment", "json_block", "render"]

FOLDER = Path(__file__).parent

_POLICY = (
    "default-src 'none'; script-src {scripts}; style-src {styles}; img-src data: blob:; "
    "base-uri 'none'; form-action 'none'"
)


def environment(page: Mapping[str, Any]) -> Environment:
    """Our templates for one page: every value is escaped, and a missing one is an error.

    Args:
        page: what :func:`context` takes, by name.
    """
    made = Environment(
        loader=FileSystemLoader(FOLDER / "html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        bytecode_cache=_compiled(),
    )
    made.filters["data"] = json_block
    made.globals["page"] = context(**page)
    return made


class _Compiled(BytecodeCache):
    """The templates as Python reads them, compiled once in a process: a site has a thousand pages of five."""

    def __init__(self) -> None:
        self._code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self._code:
            bucket.bytecode_from_string(self._code[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._code[bucket.key] = bucket.bytecode_to_string()


@cache
def _compiled() -> _Compiled:
    return _Compiled()


def render(template: str, page: Mapping[str, Any], **values: Any) -> str:
    """A page without a network: the template with its values, in the frame of ``page.html``."""
    return environment(page).get_template(template).render(**values)


def context(
    title: str,
    styles: Sequence[str],
    scripts: Sequence[str],
    blocks: Mapping[str, str],
    nav: Sequence[tuple[str, str, bool]] = (),
) -> dict[str, Any]:
    """What the template ``page.html`` needs.

    Args:
        title: of the document.
        styles: names of files in ``css/``.
        scripts: whole scripts, in order; empty ones are left out.
        blocks: data by id of their block, as made by :func:`json_block` or in base64.
        nav: the way to the pages of the whole site (:func:`foedus.view.links.navigation`).
    """
    scripts = [script for script in scripts if script]
    style = "\n".join((FOLDER / "css" / f"{name}.css").read_text(encoding="utf-8") for name in styles)
    policy = _POLICY.format(scripts=" ".join(map(_digest, scripts)), styles=_digest(style))
    return {
        "title": title,
        "policy": policy,
        "style": style,
        "scripts": scripts,
        "blocks": dict(blocks),
        "nav": list(nav),
    }


def json_block(value: Any) -> str:
    r"""JSON that no parser of HTML can take for markup: ``<``, ``>`` and ``&`` are escaped in its strings.

    >>> json_block({"name": "</script>"})
    '{"name":"\\u003c/script\\u003e"}'
    """
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")


def _digest(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"
