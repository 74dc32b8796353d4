"""The scripts of a page: modules of ``js/`` joined into one script.

A page opens from disk, where a browser loads no module; so each module becomes
a function of its own and its imports become lookups. Two forms of ECMAScript's
are known, one a line: ``import { a, b } from "./module.js";`` and ``export``
before a function, class or const.
"""

import re
from functools import cache
from pathlib import Path

__all__ = ["joined"]

_IMPORT = re.compile(r'^import \{([^}]*)\} from "\./([\w-]+)\.js";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export ((?:async )?(?:function\*?|class|const)) (\w+)", re.MULTILINE)


@cache
def joined(folder: Path, entry: str) -> str:
    """One script of the module ``entry`` and all that it imports, each once, imports first.

    Raises:
        ValueError: two modules import each other.
    """
    modules: dict[str, str] = {}
    _take(folder, entry, modules, ())
    return '"use strict";\n' + "".join(modules.values())


def _take(folder: Path, name: str, modules: dict[str, str], importing: tuple[str, ...]) -> None:
    if name in importing:
        raise ValueError(f"modules import each other: {' -> '.join((*importing, name))}")
    if name in modules:
        return
    source = (folder / f"{name}.js").read_text(encoding="utf-8")
    for _, imported in _IMPORT.findall(source):
        _take(folder, imported, modules, (*importing, name))
    modules[name] = _as_function(name, source)


def _as_function(name: str, source: str) -> str:
    exported = [found.group(2) for found in _EXPORT.finditer(source)]
    body = _EXPORT.sub(
        r"\1 \2", _IMPORT.sub(lambda found: f"const {{{_names(found[1])}}} = {_variable(found[2])};\n", source)
    )
    return f"const {_variable(name)} = (() => {{\n{body}return {{ {', '.join(exported)} }};\n}})();\n"


def _names(imported: str) -> str:
    """``a, b as c`` of an import, as a pattern of a const: ``a, b: c``."""
    return imported.replace(" as ", ": ")


def _variable(module: str) -> str:
    return "_" + module.replace("-", "_")
