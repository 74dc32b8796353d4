"""Addresses and credentials: what is refused before anything is contacted."""

import pytest

from foedus.errors import BadQuery, EngineUnavailable
from foedus.knowledge_graph import KnowledgeGraph
from foedus.mapping import Graph
from foedus.store.push.server import push
from foedus.store.servers import check_address, sparql_credentials

NOTHING = Graph((), ())


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("127.0.0.1:7687", "neo4j://host:7687"),
        ("", "neo4j://host:7687"),
        ("NEO4J://127.0.0.1:7687", "neo4j://host:7687"),
        ("ftp://127.0.0.1", "https://host/dataset/sparql"),
        ("http://[::1/ds", "is no address"),
        ("neo4j://[::1", "is no address"),
        ("http://127.0.0.1:1/dü", "is no address"),
        ("neo4j://127.0.0.1:7687/mine", "--database"),
        ("neo4j://me:secret@127.0.0.1:7687", "from the environment"),
    ],
)
def test_an_address_that_is_none_says_what_one_is(kg: KnowledgeGraph, address: str, said: str) -> None:
    """Wherever an address is taken."""
    with pytest.raises(EngineUnavailable, match=said.replace("[", r"\[")):
        check_address(address)
    with pytest.raises(EngineUnavailable):
        push(NOTHING, address)


@pytest.mark.parametrize(
    ("address", "asked", "said"),
    [
        ("neo4j://127.0.0.1:1", {"named": "urn:g"}, "--graph"),
        ("neo4j://127.0.0.1:1", {"update": True}, "--update"),
        ("http://127.0.0.1:1/ds", {"database": "mine"}, "--database"),
        ("http://127.0.0.1:1/ds", {"named": "http://x/> } ; DROP ALL #"}, "is no IRI"),
    ],
)
def test_what_a_server_has_not_is_not_passed_over(address: str, asked: dict[str, object], said: str) -> None:
    """Who asks for it means another server, or another place in it."""
    with pytest.raises(BadQuery, match=said):
        push(NOTHING, address, **asked)  # type: ignore[arg-type]


def test_a_token_that_no_header_may_hold_is_not_repeated() -> None:
    """It is a secret even where it is at fault."""
    with pytest.raises(EngineUnavailable, match="SPARQL_TOKEN") as error:
        sparql_credentials({"SPARQL_TOKEN": "secret\nsecret"})
    assert "secret" not in str(error.value)


@pytest.mark.parametrize("via", ["oracle", "graphql", ""])
def test_via_says_what_it_takes(kg: KnowledgeGraph, via: str) -> None:
    """Also where a person forgets the scheme."""
    with pytest.raises(BadQuery, match="sparql, cypher or the address of a server"):
        kg.ask("active-clauses", via=via)


def test_a_server_is_asked_in_its_own_language(kg: KnowledgeGraph) -> None:
    """SPARQL is not sent to Neo4j, nor Cypher to a SPARQL server; an address is as good as an engine."""
    with pytest.raises(BadQuery, match="cypher, not sparql"):
        kg.sparql("ASK {}", via="neo4j://127.0.0.1:1")
    with pytest.raises(BadQuery, match="sparql, not cypher"):
        kg.cypher("RETURN 1", via="http://127.0.0.1:1/ds/sparql")
    with pytest.raises(EngineUnavailable, match="cannot be reached"):
        kg.ask("active-clauses", via="http://127.0.0.1:1/ds/sparql")


@pytest.mark.parametrize("timeout", [0, -1, float("nan"), float("inf"), 1e12, "1"])
def test_a_time_limit_that_is_none(kg: KnowledgeGraph, timeout: float) -> None:
    """In either language, and of a question of the catalogue."""
    for ask in (
        lambda: kg.sparql("ASK {}", timeout=timeout),
        lambda: kg.cypher("RETURN 1", timeout=timeout),
        lambda: kg.ask("active-clauses", timeout=timeout),
    ):
        with pytest.raises(BadQuery, match="timeout"):
            ask()
