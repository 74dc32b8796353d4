"""``foedus schema``: what an analyst's own query can ask for."""

from collections.abc import Iterator

import click

from foedus.cli.graph import opened
from foedus.resources import folder

__all__ = ["schema"]

PREFIXES = {
    "fo": "https://w3id.org/foedus/ontology#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
}

LIMITS = (
    "No obligation names an adversary: against whom an alliance is directed is not recorded.",
    "Groups (un-members, league-members) are not resolved into their members.",
    "A treaty without a record here is not said not to exist: the data speak only of what they cover.",
    "Open sides of derived rectangles are 0001-01-01 and 9999-12-31.",
    "Recorded dates have two bounds (signedOn, signedOnLatest) and their text (signedOnText); only days compare.",
)


@click.command
@click.option("--language", type=click.Choice(["sparql", "cypher"]), help="Worked queries in this language alone.")
def schema(language: str | None) -> None:
    """Print labels, properties, relationship types, prefixes, counts, limits, and worked queries."""
    click.echo("\n".join([*_classes(), *_types(), *_prefixes(), *_limits(), *_worked(language)]))


def _heading(text: str) -> str:
    return click.style(text, bold=True)


def _classes() -> Iterator[str]:
    from foedus.mapping.ontology import ontology

    counts, declared = opened().summary["labels"], ontology()
    yield _heading("Labels (in SPARQL classes) and their properties")
    for label, comment in declared.classes.items():
        own = [name for name, one in declared.properties.items() if label in one.classes and not one.is_object]
        yield f"\n{label} ({counts.get(label, 0):,}): {comment}"
        yield f"    {', '.join(name for name in own if not name.endswith(('Latest', 'Text')))}"


def _types() -> Iterator[str]:
    from foedus.mapping.elements import relationship_type
    from foedus.mapping.ontology import ontology

    counts = opened().summary["relationships"]
    yield f"\n{_heading('Relationship types (in SPARQL properties)')}\n"
    for name, one in ontology().properties.items():
        if one.is_object:
            of = "|".join(sorted(one.classes)) if len(one.classes) < 4 else "any"
            type_ = relationship_type(name)
            yield f"{type_}  fo:{name}  ({counts.get(type_, 0):,}): {of} -> {'|'.join(sorted(one.targets))}"


def _prefixes() -> Iterator[str]:
    yield f"\n{_heading('Prefixes')}\n"
    yield from (f"PREFIX {prefix}: <{iri}>" for prefix, iri in PREFIXES.items())


def _limits() -> Iterator[str]:
    yield f"\n{_heading('Known limits')}\n"
    yield from (f"- {limit}" for limit in LIMITS)


def _worked(language: str | None) -> Iterator[str]:
    yield f"\n{_heading('Worked queries')}"
    endings = {"sparql": [".rq"], "cypher": [".cypher"]}.get(language or "", [".rq", ".cypher"])
    for path in sorted(folder("queries").joinpath("worked").iterdir()):
        if path.suffix in endings:
            yield f"\n{path.read_text(encoding='utf-8').rstrip()}"
