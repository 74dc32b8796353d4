"""CSV files for ``neo4j-admin database import``, with the command that imports them."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Final

from foedus.export.csv import write_table
from foedus.export.place import new_folder
from foedus.export.tables import EdgeTable, NodeTable, edge_tables, node_tables
from foedus.mapping import Graph, Value
from foedus.mapping.ontology import Property
from foedus.store.push.neo4j_schema import statements

__all__ = ["COMMAND", "SCHEMA", "write"]

COMMAND: Final = "import.sh"
SCHEMA: Final = "schema.cypher"

_TYPES: Final = {str: "string", bool: "boolean", int: "long", float: "double", date: "date"}
_ARRAY: Final = "\x1f"
"""Between the members of a list: the ASCII unit separator, which no text holds."""

_SCRIPT: Final = """\
#!/bin/sh
# Imports this folder into a database that does not exist yet; with --overwrite-destination in place of one that does.
# The server must not be running on it. Afterwards run schema.cypher there, with cypher-shell.
# usage: ./import.sh [DATABASE] [option of neo4j-admin database import]...
# NEO4J_ADMIN names the command neo4j-admin, where it is not on the path.
cd "$(dirname "$0")" || exit
database=${{1:-neo4j}}
[ $# -gt 0 ] && shift
exec "${{NEO4J_ADMIN:-neo4j-admin}}" database import full "$database" \\
  --id-type=string --array-delimiter=U+001F --multiline-fields=true "$@" \\
{files}
"""


def write(graph: Graph, path: Path, force: bool) -> None:
    """Write a file for each label and each type of edge between two labels, ``import.sh`` and ``schema.cypher``."""
    with new_folder(path, force) as folder:
        nodes, edges = list(node_tables(graph)), list(edge_tables(graph))
        arguments = [_nodes(folder, table) for table in nodes] + [_edges(folder, table) for table in edges]
        command = folder / COMMAND
        command.write_text(_SCRIPT.format(files=" \\\n".join(f"  {one}" for one in arguments)), encoding="utf-8")
        command.chmod(0o755)
        properties = [(table.label, one.name) for table in nodes for one in table.properties]
        schema = statements([table.label for table in nodes], properties)
        (folder / SCHEMA).write_text("".join(f"{statement};\n" for statement in schema), encoding="utf-8")


def _nodes(folder: Path, table: NodeTable) -> str:
    lists = {name for node in table.nodes for name, value in node.values.items() if isinstance(value, tuple)}
    header = ["iri:string", *(_column(table.label, one, one.name in lists) for one in table.properties)]
    names = [one.name for one in table.properties]
    rows = ([node.iri, *(_cell(node.values.get(name)) for name in names)] for node in table.nodes)
    file = f"nodes-{table.label}.csv"
    write_table(folder / file, header, rows)
    return f"--nodes={table.label}={file}"


def _column(label: str, declared: Property, is_list: bool) -> str:
    if declared.name == "id":
        return f"id:ID({label})"
    assert declared.type is not None
    return f"{declared.name}:{_TYPES[declared.type]}{'[]' if is_list else ''}"


def _cell(value: Value | None) -> object:
    if isinstance(value, tuple):
        return _ARRAY.join(value)
    return "" if value is None else value


def _edges(folder: Path, table: EdgeTable) -> str:
    file = f"edges-{table.type}-{table.source}-{table.target}.csv"
    header = [f":START_ID({table.source})", f":END_ID({table.target})"]
    write_table(folder / file, header, _ends(table))
    return f"--relationships={table.type}={file}"


def _ends(table: EdgeTable) -> Iterator[Sequence[object]]:
    return ((edge.source[1], edge.target[1]) for edge in table.edges)
