"""``foedus`` alone: what the graph holds and what to type next."""

from importlib.metadata import version

from foedus.cli.graph import opened

__all__ = ["overview", "versions"]


def versions() -> str:
    """The versions of software and data."""
    edition = opened().summary["edition"]
    return f"foedus {version('foedus')}\ndata {edition['version']} (nothing is known later than {edition['date']})"


def overview() -> str:
    """What the graph holds, in a screen."""
    summary = opened().summary
    labels, edition = summary["labels"], summary["edition"]
    return "\n".join(
        [
            f"{edition['name']}, {edition['version']}",
            "",
            f"  {labels['Treaty']} treaties of {labels['Actor']} actors, {labels['Act']} legal acts",
            f"  {labels['Obligation']} obligations: {_counts(summary['obligations'])}",
            f"  {labels['Case']} cases with {labels['Event']} events: {_counts(summary['outcomes'])}",
            f"  {labels['Position']} positions, {labels['Source']} sources; {summary['unsourced']} facts have none",
            f"  newest evidence {summary['newestEvidence']}; nothing is known later than {edition['date']}",
            "",
            "What next:",
            "  foedus ask active-clauses                          which mutual-defence clauses are active today",
            "  foedus ask active-clauses --on 2024-10-28 --known 2024-10-28    and what was known on that day",
            "  foedus ask allies --party Poland --on 1939-09-03   with whom somebody was bound",
            "  foedus questions                                   what else can be asked",
            "  foedus schema                                      what your own SPARQL and Cypher can ask for",
            "  foedus --help                                      all commands",
        ]
    )


def _counts(counts: dict[str, int]) -> str:
    by_number = sorted(counts.items(), key=lambda count: (-count[1], count[0]))
    return ", ".join(f"{number} {name}" for name, number in by_number)
