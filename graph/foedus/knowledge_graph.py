"""The knowledge graph as the Python API and the command line ask it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from foedus.query.catalogue import Catalogue, Question
from foedus.query.names import Names
from foedus.query.notes import notes
from foedus.query.parameters import seconds, values
from foedus.query.rows import Rows, rows_of
from foedus.resources import folder
from foedus.store.engines import Engines
from foedus.store.snapshot import Snapshot, compiled

if TYPE_CHECKING:
    import networkx
    import rdflib

    from foedus.analysis.claims import CheckedClaim
    from foedus.model import Actor, Case, Treaty, World
    from foedus.store.push import Pushed
    from foedus.store.servers import Prompt, Server
    from foedus.view import Page

__all__ = ["KnowledgeGraph", "open_graph"]


def open_graph(
    *folders: str | Path,
    bundled: bool | None = None,
    progress: Callable[[str], None] | None = None,
    prompt: "Prompt | None" = None,
) -> "KnowledgeGraph":
    """Open a graph, compiling it first if its sources are new.

    Args:
        folders: folders of data in the form of ``data/README.md``; without any, the bundled data.
        bundled: whether the folders lie on top of the bundled data.
        progress: told each step of compiling as it begins.
        prompt: asks a person for the password of a server that the environment does not hold.

    Raises:
        BadData: the data break the rules; every fault is named with file and line.

    >>> with open_graph() as kg:
    ...     kg.ask("last-ratified", party="Russia", before="2024-10-24")[0].treaty
    'rus-dnr-2022'
    """
    own = [Path(one) for one in folders]
    below = [folder("data")] if bundled or (bundled is None and not own) else []
    return KnowledgeGraph(compiled([*below, *own], progress), [*below, *own], prompt)


class KnowledgeGraph:
    """A compiled graph, read and never written to.

    Engines start when they are first asked; ``close`` (or ``with``) ends what
    was started.
    """

    def __init__(self, snapshot: Snapshot, folders: Sequence[Path] = (), prompt: "Prompt | None" = None) -> None:
        self.snapshot, self.folders = snapshot, folders
        self._prompt, self._engines = prompt, Engines(snapshot, prompt)

    def __enter__(self) -> "KnowledgeGraph":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the process of the Cypher engine and the connections to servers, as far as they were started."""
        self._engines.close()

    @cached_property
    def summary(self) -> Mapping[str, Any]:
        """What the graph holds: edition, counts, names."""
        return self.snapshot.summary()

    @cached_property
    def questions(self) -> Catalogue:
        """The catalogue of questions."""
        return Catalogue(self.snapshot.catalogue())

    @property
    def edition(self) -> date:
        """The date of the data: nothing is known later."""
        return date.fromisoformat(self.summary["edition"]["date"])

    def ask(
        self, question: str, *, via: "str | Server" = "sparql", timeout: float | None = None, **parameters: Any
    ) -> Rows:
        """Ask a question of the catalogue.

        Args:
            question: its id, as ``active-clauses``.
            via: ``sparql`` or ``cypher``, the language in which an embedded engine is asked; or a server that holds the
                graph, by its address or as :func:`foedus.store.servers.engine` gives it.
            timeout: seconds after which the query is stopped; none if absent.
            parameters: those of the question; days as :class:`datetime.date` or ``YYYY-MM-DD``.

        Raises:
            BadQuery: an unknown parameter, or a value that it cannot have.
            NotFound: no such question, actor, treaty or case; the nearest is named.
            QueryTimeout: it ran longer than ``timeout``.
            EngineUnavailable: the server is not there, or holds no graph.
        """
        asked, engine = self.questions[question], self._engines.at(via)
        edition = self._engines.edition(engine) or self.edition
        bound = self.bound(asked, parameters, edition)
        if engine.language == "cypher":
            columns, found = engine.rows(self.cypher_text(asked, bound), _as_text(bound), seconds(timeout))
        else:
            columns, found = engine.rows(self.sparql_text(asked, bound), seconds(timeout))
        about = {
            "question": asked.id,
            "parameters": bound,
            "via": via if isinstance(via, str) else via.url,
            "edition": edition,
            "notes": notes(bound, self.summary),
        }
        return rows_of(asked, columns, found, about)

    def bound(self, question: Question, given: Mapping[str, Any], edition: date | None = None) -> dict[str, Any]:
        """The typed values that a question is bound with, over data of that date."""
        names = {kind: self._names(kind) for kind in ("actor", "treaty", "case")}
        return values(question, given, names, edition or self.edition)

    def sparql_text(self, question: Question, bound: Mapping[str, Any]) -> str:
        """The complete SPARQL of a question as it runs."""
        from foedus.query.optional_lines import keep
        from foedus.query.sparql_binding import bind

        return bind(keep(question.sparql, bound, "#"), bound)

    def cypher_text(self, question: Question, bound: Mapping[str, Any]) -> str:
        """The complete Cypher of a question as it runs; its values travel beside it."""
        from foedus.query.cypher_text import prepare

        return prepare(question.cypher, bound)

    def sparql(
        self,
        query: str,
        *,
        via: "str | Server" = "sparql",
        timeout: float | None = None,
        limit: int | None = None,
        **parameters: Any,
    ) -> "Rows | bool | rdflib.Graph":
        """Run an analyst's own SPARQL: rows of a SELECT, a bool for ASK, a graph for CONSTRUCT and DESCRIBE.

        Nothing is written, no file is read, no address contacted but that of
        the server ``via``. With a ``timeout`` (seconds) the query runs in a
        process of its own, which is ended if it takes longer.

        Raises:
            BadQuery: the query is not understood.
            ReadOnlyViolation: it would do more than read the graph.
            QueryTimeout: it was stopped.
        """
        from foedus.query.sparql_binding import bind
        from foedus.query.sparql_guard import guard

        text = bind(query, parameters)
        guard(text)
        answer = self._engines.at(via, "sparql").answer(text, seconds(timeout), limit)
        if isinstance(answer, bool):
            return answer
        if isinstance(answer, bytes):
            import rdflib

            return rdflib.Graph().parse(data=answer, format="nt")
        columns, found = answer
        return Rows(columns, (dict(zip(columns, row, strict=True)) for row in found))

    def cypher(
        self,
        query: str,
        *,
        via: "str | Server" = "cypher",
        timeout: float | None = None,
        limit: int | None = None,
        **parameters: Any,
    ) -> Rows:
        """Run an analyst's own Cypher, on the embedded engine or the server ``via``; see :meth:`sparql`.

        Raises:
            EngineUnavailable: the engine is not installed on this machine.
        """
        from foedus.query.cypher_guard import refuse_writes

        refuse_writes(query)
        columns, found = self._engines.at(via, "cypher").rows(query, parameters, seconds(timeout), limit)
        return Rows(columns, (dict(zip(columns, row, strict=True)) for row in found))

    @cached_property
    def rdf(self) -> "rdflib.Graph":
        """The whole graph as a read-only :class:`rdflib.Graph`.

        Texts bear ``xsd:string`` there, as Oxigraph gives them: rdflib's plain
        ``Literal("active")`` finds them as a pattern and is not equal to them.
        """
        return self._engines.sparql.rdf()

    @cached_property
    def world(self) -> "World":
        """The records of the graph."""
        from foedus.store.compile import world

        return world(self.snapshot)

    def treaty(self, name: str) -> "Treaty":
        """The record of a treaty, by id or title."""
        return self.world.treaties[self._names("treaty").find(name)]

    def actor(self, name: str) -> "Actor":
        """The record of an actor, by id, name or alias."""
        return self.world.actors[self._names("actor").find(name)]

    def case(self, name: str) -> "Case":
        """The record of a case, by id or name."""
        found = self._names("case").find(name)
        cases = (case for treaty in self.world.treaties.values() for case in treaty.cases)
        return next(case for case in cases if case.id == found)

    def network(
        self, on: date | str = "today", known: date | str = "today", duty: str = "any", party: str | None = None
    ) -> "networkx.MultiDiGraph[str]":
        """Who owes what to whom on a day, as a :class:`networkx.MultiDiGraph` of actors."""
        from foedus.analysis.network import network

        return network(self.ask("clauses-in-force", on=on, known=known, duty=duty, party=party), self.summary["actors"])

    def view(self, page: str, **asked: Any) -> "Page":
        """A page that opens offline, and shows inline in a notebook: see :func:`foedus.view.pages.view`.

        ``kg.view("network", party=…, duty=…)``, ``kg.view("treaty", treaty=…)``, ``kg.view("case", case=…)``,
        ``kg.view("party", party=…)`` and ``kg.view("claims", file=…)``, each with ``on`` and ``known``;
        ``.save(path)`` writes it.
        """
        from foedus.view.pages import view

        return view(self.world, self._names, page, self.check, **asked)

    def atlas(self, folder: str | Path, **how: Any) -> Path:
        """Write a whole site of pages, with an index and search: see :func:`foedus.view.atlas.atlas`."""
        from foedus.status import derive
        from foedus.view.atlas import atlas

        checked = self.check(on=self.edition, known=self.edition)
        return atlas(self.world, derive(self.world), folder, checked=checked, **how)

    def check(self, file: str | Path | None = None, **how: Any) -> "tuple[CheckedClaim, ...]":
        """Check the claims of a file, without one those of the data: see :func:`foedus.analysis.claims.check`."""
        from foedus.analysis.claims import check, claims_in

        return check(self.sparql, self.edition, [file] if file else claims_in(self.folders), **how)

    def export(self, form: str, path: str | Path, *, force: bool = False) -> Path:
        """Write the graph as a file (or folder) that another tool opens: see :func:`foedus.export.export`.

        >>> with open_graph() as kg:
        ...     kg.export("docx", "treaties.docx")
        Traceback (most recent call last):
        foedus.errors.BadQuery: no format 'docx'; there are turtle, ntriples, jsonld, graphml, gexf, csv, neo4j-admin
        """
        from foedus.export import export
        from foedus.store.whole import whole

        return export(whole(self.snapshot), form, path, force=force)

    def push(self, url: str, **how: Any) -> "Pushed":
        """Bring the server at ``url`` up to date: see :func:`foedus.store.push.server.push`."""
        from foedus.store.push.server import push
        from foedus.store.whole import whole

        return push(whole(self.snapshot), url, prompt=self._prompt, **how)

    def _names(self, kind: str) -> Names:
        return Names(kind, self.summary[{"actor": "actors", "treaty": "treaties", "case": "cases"}[kind]])


def _as_text(bound: Mapping[str, Any]) -> dict[str, Any]:
    """Days as ISO text: a query makes them dates by ``date($on)``, which serves every engine."""
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in bound.items()}
