"""From which day a fact was publicly known (DESIGN §2, *Known*).

Every day here is the first of the knowledge time of a fact; nothing is known
before it happens, nor later than the date of the data.
"""

from collections.abc import Iterable
from datetime import date

from foedus.model import Act, Article, Case, Event, PartialDate, Position, Source, Treaty, World
from foedus.model.sources import DatedSource

__all__ = ["Known"]


class Known:
    """The days from which the facts of a world were known."""

    def __init__(self, world: World) -> None:
        self._edition = world.edition.date.last

    def treaty(self, treaty: Treaty) -> date:
        """A treaty is known from its ``public_from``, else from its signature."""
        return self._day(treaty.signed.date, (), treaty.public_from)

    def article(self, treaty: Treaty, article: Article) -> date:
        """An article is known with its treaty, a secret one from its own ``public_from``."""
        own = article.public_from.last if article.public_from else date.min
        return self._by_edition(max(own, self.treaty(treaty)))

    def bound(self, treaty: Treaty, bound: PartialDate) -> date:
        """A bound of a spell or clause, or the end of the treaty, is known from its own last day."""
        return self._by_edition(max(bound.last, self.treaty(treaty)))

    def clause_bound(self, treaty: Treaty, article: Article, bound: PartialDate) -> date:
        """A clause's own bound: likewise, and not before its article."""
        return max(self.bound(treaty, bound), self.article(treaty, article))

    def act(self, treaty: Treaty, act: Act) -> date:
        """A legal act, by its own sources."""
        return max(self._day(act.date, _sources(treaty, act.sources)), self.treaty(treaty))

    def participant(self, treaty: Treaty, actor: str) -> date:
        """Known with the treaty, unless it joined later: then from its first act or its first spell."""
        with_treaty = self.treaty(treaty)
        starts = [spell.from_ for spell in treaty.spells_of(actor) if spell.from_]
        first = min(starts, key=lambda start: start.first, default=None)
        if first is None or first.may_precede(treaty.entered_into_force or treaty.signed.date):
            return with_treaty
        acts = [self.act(treaty, act) for act in treaty.lifecycle if act.party == actor]
        return min([*acts, self.bound(treaty, first)])

    def case(self, treaty: Treaty, case: Case) -> date:
        """The floor of all that belongs to a case: the earliest known of the articles that it names."""
        articles = treaty.articles_named(case.articles)
        return min((self.article(treaty, article) for article in articles), default=self.treaty(treaty))

    def event(self, treaty: Treaty, case: Case, event: Event) -> date:
        """An event, by its ``public_from`` or its own sources."""
        own = self._day(event.date, _sources(treaty, event.sources), event.public_from)
        return max(own, self.case(treaty, case))

    def end_of_event(self, treaty: Treaty, case: Case, event: Event) -> date:
        """The end of an event that lasted: with the event, not before the last day of that end."""
        end = event.end.last if event.end else date.min
        return self._by_edition(max(end, self.event(treaty, case, event)))

    def position(self, treaty: Treaty, case: Case, event: Event, position: Position) -> date:
        """A position: with its event, a later word from its own last day."""
        own = position.date.last if position.date else date.min
        return self._by_edition(max(own, self.event(treaty, case, event)))

    def opened(self, treaty: Treaty, case: Case, opened: PartialDate) -> date:
        """The opening of a case: with the first known event inside it, else from its last day."""
        inside = [self.event(treaty, case, event) for event in case.events if opened.contains(event.date)]
        return self._by_edition(max(min(inside, default=opened.last), self.case(treaty, case)))

    def end_of_case(self, treaty: Treaty, case: Case, end: PartialDate) -> date:
        """``closed`` or ``last_evidence``: with the first known event that lies or ends in it, else its last day."""
        inside = [self.event(treaty, case, event) for event in case.events if end.contains(event.date)]
        inside += [
            self.end_of_event(treaty, case, event) for event in case.events if event.end and end.contains(event.end)
        ]
        return self._by_edition(max(min(inside, default=end.last), end.last, self.case(treaty, case)))

    def source(self, document: Source | DatedSource) -> date | None:
        """A document is known from the last day of its date; one without a date has no such day."""
        return self.own_day(document.date) if document.date else None

    def own_day(self, when: PartialDate) -> date:
        """What has neither sources nor a treaty is known from its own last day."""
        return self._by_edition(when.last)

    def _day(self, when: PartialDate, sources: Iterable[Source], public: PartialDate | None = None) -> date:
        """From ``public``, else from the earliest source dated wholly inside ``when``, else from its last day."""
        if public:
            return self._by_edition(max(public.last, when.first))
        dated = [source.date.last for source in sources if source.date and when.contains(source.date)]
        return self._by_edition(min(dated, default=when.last))

    def _by_edition(self, day: date) -> date:
        return min(day, self._edition)


def _sources(treaty: Treaty, keys: Iterable[str]) -> list[Source]:
    return [treaty.sources[key] for key in keys]
