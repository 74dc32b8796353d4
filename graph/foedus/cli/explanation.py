"""One checked claim in full, for a person: its facts, who asserts and disputes them, and what changed."""

import shutil
from collections.abc import Iterable, Iterator
from textwrap import wrap
from typing import TYPE_CHECKING

import click

from foedus.analysis.claims import both_days, in_a_line

if TYPE_CHECKING:
    from foedus.analysis.claims import CheckedClaim, Fact, Finding

__all__ = ["explanation"]


def explanation(checked: "CheckedClaim") -> Iterator[str]:
    """The lines that explain both verdicts of a claim; ``+`` marks what came since, ``-`` what went."""
    claim, source = checked.claim, checked.source
    yield click.style(f"{claim.id}  {claim.kind}", bold=True)
    yield from _block("", claim.text)
    yield from _block("claimed by  ", f"{checked.claimant}, {source.publisher}, {source.date}")
    yield from _block("decided by  ", claim.look_at)
    yield ""
    yield from _verdict("then", checked.then)
    yield from _verdict("now", checked.now)
    for name, _, facts in both_days(checked):
        yield ""
        days = " and ".join(day for day, holds in zip(("then", "now"), _holds(facts), strict=True) if holds)
        yield click.style(f"{name}: {days or 'nothing found'}", bold=True)
        for fact, then, now in facts:
            yield from _fact(" " if then and now else "+" if now else "-", fact)
    yield ""
    yield from _changes(checked)


def _verdict(name: str, finding: "Finding") -> Iterator[str]:
    yield f"{name:<5} {click.style(finding.verdict, bold=True)}, on {finding.on} as known on {finding.known}"
    if line := in_a_line(finding):
        yield from _block("      ", line)


def _holds(facts: "Iterable[tuple[Fact, bool, bool]]") -> tuple[bool, bool]:
    days = [(then, now) for _, then, now in facts]
    return any(then for then, _ in days), any(now for _, now in days)


def _fact(mark: str, fact: "Fact") -> Iterator[str]:
    known = f", known from {fact.known_from}" if fact.known_from else ""
    yield from _block(f"{mark} ", f"{fact.name} ({fact.label} {fact.id}{known})")
    if fact.said:
        yield from _block("    ", fact.said)
    for name, values in (
        ("asserted by", fact.asserted_by), ("disputed by", fact.disputed_by), ("source", fact.sources),
    ):  # fmt: skip
        for value in values:
            yield from _block(f"    {name:<12}", value)


def _changes(checked: "CheckedClaim") -> Iterator[str]:
    then, now = checked.then, checked.now
    yield click.style(f"what changed between {then.known} and {now.known}", bold=True)
    same = then.verdict == now.verdict
    yield f"  the verdict {'is the same' if same else f'was {then.verdict} and is {now.verdict}'}"
    for mark, word, facts in (("+", "came", checked.gained), ("-", "went", checked.lost)):
        if facts:
            names = "; ".join(fact.name for fact in facts)
            yield from _block(f"{mark} ", f"{len(facts)} fact{'' if len(facts) == 1 else 's'} {word}: {names}")


def _block(label: str, text: str) -> Iterator[str]:
    """A text in lines that fit the terminal, all but the first indented as far as the label."""
    width = max(40, shutil.get_terminal_size((100, 24)).columns - 1)
    for place, line in enumerate(wrap(text, width - len(label), break_on_hyphens=False) or [""]):
        yield f"{label if not place else ' ' * len(label)}{line}"
