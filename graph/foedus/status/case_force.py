"""The force of a case: that of its clauses between its obligors and beneficiaries (DESIGN §2)."""

from collections.abc import Iterable, Mapping
from datetime import date
from itertools import product

from foedus.model import Actor, Case
from foedus.model.vocabulary import GROUPS_OF_THE_UNLISTED, STATES, ForceStatus
from foedus.status.bitemporal import History, history
from foedus.status.clause import ForceOfClause, best, worst
from foedus.status.force import ForceOfTreaty

__all__ = ["ForceOfCase"]

Pair = tuple[str, str]


class ForceOfCase:
    """The best force over the pairs of a case, as known on any day."""

    def __init__(
        self, case: Case, force: ForceOfTreaty, clauses: Iterable[ForceOfClause], actors: Mapping[str, Actor]
    ) -> None:
        treaty = force.treaty
        numbers = {article.number for article in treaty.articles_named(case.articles)}
        self._force = force
        self._actors = actors
        self._clauses = [
            clause for clause in clauses
            if clause.article.number in numbers and clause.obligation.type == case.duty
        ]  # fmt: skip
        self._obligors = self._standing(case.obligors or treaty.party_ids, parties_alone=True)
        self._beneficiaries = self._standing(case.beneficiary or treaty.party_ids, parties_alone=False)
        self.known_days = frozenset().union(force.known_days, *(clause.known_days for clause in self._clauses))

    def as_known(self, known: date) -> History[ForceStatus]:
        """The history of the force as known on a day; empty where no pair has one."""
        covered = {
            clause: pairs for clause in self._clauses if clause.is_known(known) and (pairs := self._covered(clause))
        }
        pairs = set().union(*covered.values()) if covered else self._aside_from_clauses()
        actors = {actor for pair in pairs for actor in pair}
        forces = {actor: self._force.as_known(actor, known) for actor in actors}
        changes = frozenset().union(
            *(force.changes for force in forces.values()), *(clause.limits_change() for clause in covered)
        )

        def between(pair: Pair, day: date) -> ForceStatus | None:
            obligor, beneficiary = (forces[actor].on(day) for actor in pair)
            return worst(obligor, beneficiary) if obligor and beneficiary else None

        def force_on(day: date) -> ForceStatus | None:
            if not covered:
                return best(force for pair in pairs if (force := between(pair, day)))
            return best(
                worst(force, clause.limit_on(day, known))
                for clause, own in covered.items()
                for pair in own
                if (force := between(pair, day))
            )

        return history(changes, force_on)

    def _covered(self, clause: ForceOfClause) -> set[Pair]:
        """The pairs of the case that the clause is between; nobody owes itself, save as the rule allows."""
        obligors = [actor for actor in self._obligors if actor in clause.obligors]
        beneficiaries = [actor for actor in self._beneficiaries if actor in clause.beneficiaries]
        to_itself = clause.obligation.type == "right-of-self-defence"
        return _pairs(obligors, beneficiaries, to_itself=to_itself)

    def _aside_from_clauses(self) -> set[Pair]:
        """The pairs of its actors under the treaty; a single actor on both sides stands for itself."""
        single = self._obligors == self._beneficiaries and len(self._obligors) == 1
        return _pairs(self._obligors, self._beneficiaries, to_itself=single)

    def _standing(self, actors: Iterable[str], *, parties_alone: bool) -> tuple[str, ...]:
        """Each actor, or the group in which a state stands that the treaty does not name."""
        treaty = self._force.treaty
        group = next((group for group in GROUPS_OF_THE_UNLISTED if group in treaty.party_ids), None)
        standing: dict[str, None] = {}
        for actor in actors:
            named = actor in treaty.party_ids or actor in treaty.third_states
            if group and not named and self._actors[actor].kind in STATES:
                standing[group] = None
            elif actor in treaty.party_ids or not parties_alone:
                standing[actor] = None
        return tuple(standing)


def _pairs(obligors: Iterable[str], beneficiaries: Iterable[str], *, to_itself: bool) -> set[Pair]:
    return {
        pair
        for pair in product(obligors, beneficiaries)
        if to_itself or pair[0] != pair[1] or pair[0] in GROUPS_OF_THE_UNLISTED
    }
