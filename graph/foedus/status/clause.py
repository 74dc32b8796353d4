"""The force of a clause (DESIGN §2, *Force of a clause*)."""

from collections.abc import Iterable, Iterator
from datetime import date

from foedus.model import OPEN_END, Article, ClauseSpell, Force, Obligation, PartialDate
from foedus.model.vocabulary import BEST_FIRST, GROUPS_OF_THE_UNLISTED, ForceStatus
from foedus.status.bitemporal import History, history, rectangles
from foedus.status.force import ForceOfTreaty, since
from foedus.status.known import Known

__all__ = ["ForceOfClause", "best", "best_over_pairs"]

_RANK = {status: rank for rank, status in enumerate(BEST_FIRST)}


def worst(*statuses: ForceStatus) -> ForceStatus:
    """The worse of several forces: that between two actors, or under a limit."""
    return max(statuses, key=_RANK.__getitem__)


def best(statuses: Iterable[ForceStatus]) -> ForceStatus | None:
    """The best of several forces; ``None`` of none."""
    return min(statuses, key=_RANK.__getitem__, default=None)


def best_over_pairs(
    obligors: dict[str, ForceStatus], beneficiaries: dict[str, ForceStatus], *, to_itself: bool = False
) -> ForceStatus | None:
    """The best force between any obligor and any beneficiary but itself (a group's members owe each other).

    The beneficiaries are ranked once, so that each obligor looks at two of them at most.
    """
    ranked = sorted(beneficiaries, key=lambda actor: _RANK[beneficiaries[actor]])
    pairs = []
    for obligor, force in obligors.items():
        itself = to_itself or obligor in GROUPS_OF_THE_UNLISTED
        other = next((actor for actor in ranked if itself or actor != obligor), None)
        if other is not None:
            pairs.append(worst(force, beneficiaries[other]))
    return best(pairs)


class ForceOfClause:
    """The force of one obligation between those whom it names, as known on any day."""

    def __init__(self, force: ForceOfTreaty, article: Article, position: int, known: Known) -> None:
        treaty = force.treaty
        self.article = article
        self.obligation: Obligation = article.obligations[position - 1]
        self.obligors = treaty.obligors_of(self.obligation)
        self.beneficiaries = treaty.beneficiaries_of(self.obligation)
        self._force = force
        self._position = position
        self._public = known.article(treaty, article)
        self._bounds: dict[PartialDate, date] = {
            bound: known.clause_bound(treaty, article, bound)
            for bound in (self.obligation.from_, self.obligation.to)
            if bound
        }
        self.known_days = force.known_days | {self._public, *self._bounds.values()}

    def spells(self) -> Iterator[ClauseSpell]:
        """The rectangles of the clause."""
        for rectangle, force in rectangles(self.known_days, self._history):
            yield ClauseSpell(self._force.treaty.id, self.article.number, self._position, rectangle, force)

    def is_known(self, known: date) -> bool:
        """Whether the clause, a secret article's perhaps, was known on a day."""
        return known >= self._public

    def limit_on(self, day: date, known: date) -> ForceStatus:
        """What the clause's own life allows at best: it may begin later and end earlier than the treaty."""
        clause = self.obligation
        if clause.from_ and not (self._bounds[clause.from_] <= known and clause.from_.first <= day):
            return "not-yet"
        if clause.to and self._bounds[clause.to] <= known and clause.to.last <= day:
            return clause.then or "ended"
        return "in-force"

    def limits_change(self) -> frozenset[date]:
        """The days on which the limit may change."""
        starts = {self.obligation.from_.first} if self.obligation.from_ else set()
        return frozenset(starts | ({self.obligation.to.last} if self.obligation.to else set()))

    def _history(self, known: date) -> History[Force]:
        if not self.is_known(known):
            return History()
        named = dict.fromkeys(self.obligors + self.beneficiaries)
        forces = {actor: self._force.as_known(actor, known) for actor in named}
        changes = frozenset().union(self.limits_change(), *(force.changes for force in forces.values()))

        def status_on(day: date) -> ForceStatus | None:
            on_day = {actor: status for actor, force in forces.items() if (status := force.on(day)) is not None}
            between = best_over_pairs(
                {actor: on_day[actor] for actor in self.obligors if actor in on_day},
                {actor: on_day[actor] for actor in self.beneficiaries if actor in on_day},
                to_itself=self.obligation.type == "right-of-self-defence",
            )
            return between and worst(between, self.limit_on(day, known))

        return since(history(changes - {OPEN_END}, status_on))
