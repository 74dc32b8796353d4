"""The first defence: what is refused before it runs, and what is not."""

import pytest

from foedus.errors import BadQuery, ReadOnlyViolation
from foedus.query.cypher_guard import PROCEDURES, refuse_writes

REFUSED = {
    "CREATE (n:Actor)": "line 1: a query that reads does not begin with CREATE",
    "MATCH (a)\nCREATE (a)-[:X]->(b)": "line 2: CREATE writes",
    "match (a)\n\n  set a.x = 1": "line 3: SET writes",
    "MATCH (a) MERGE (b:X)": "MERGE writes",
    "MATCH (a) INSERT (b:X)": "INSERT writes",
    "MATCH (a) REMOVE a.x": "REMOVE writes",
    "MATCH (a) DELETE a": "DELETE writes",
    "MATCH (a) DETACH DELETE a": "DETACH writes",
    "MATCH (a) NODETACH DELETE a": "NODETACH writes",
    "MATCH (a) FOREACH (x IN [1] | SET a.x = x)": "FOREACH writes",
    "MATCH (a) WITH a LIMIT 1CREATE (n)": "CREATE writes",
    "MATCH (a) RETURN 1.CREATE (n)": "CREATE writes",
    "MATCH (a) CALL { WITH a SET a.x = 1 } RETURN a": "SET writes",
    "MATCH (a) CALL { WITH a RETURN 1 AS x } IN TRANSACTIONS RETURN x": "IN TRANSACTIONS writes",
    "MATCH (a) CALL (a) { RETURN 1 AS x } IN 3 CONCURRENT TRANSACTIONS OF 10 ROWS RETURN x": "IN TRANSACTIONS writes",
    "EXPLAIN CREATE (n)": "CREATE writes",
    "PROFILE MATCH (a) DELETE a": "DELETE writes",
    "CYPHER 5 CREATE (n)": "CREATE writes",
    "LOAD CSV FROM 'file:///etc/passwd' AS l RETURN l": "does not begin with LOAD",
    "WITH 1 AS x LOAD CSV WITH HEADERS FROM 'http://x' AS l RETURN l": "LOAD reads a file or an address",
    "USING PERIODIC COMMIT LOAD CSV FROM 'x' AS l RETURN l": "does not begin with USING",
    "CREATE INDEX FOR (n:Actor) ON (n.name)": "does not begin with CREATE",
    "DROP CONSTRAINT x": "does not begin with DROP",
    "ALTER USER neo4j SET PASSWORD 'x'": "does not begin with ALTER",
    "GRANT ROLE x TO y": "does not begin with GRANT",
    "START DATABASE x": "does not begin with START",
    "STOP DATABASE x": "does not begin with STOP",
    "ENABLE SERVER 'x'": "does not begin with ENABLE",
    "TERMINATE TRANSACTIONS 'x'": "does not begin with TERMINATE",
    "SHOW TRANSACTIONS YIELD transactionId AS t TERMINATE TRANSACTION t": "does not begin with SHOW",
    "USE other MATCH (a) RETURN a": "does not begin with USE",
    "MATCH (a) CALL { USE other MATCH (b) RETURN b } RETURN b": "USE leaves the database",
    "CALL apoc.load.json('http://x') YIELD value RETURN value": "CALL apoc.load.json: only procedures",
    "CALL `apoc`.`load`.`json`('http://x')": "CALL apoc.load.json: only procedures",
    "CALL apoc . load /* x */ . json ('http://x')": "CALL apoc.load.json: only procedures",
    "CALL\u180eapoc.load.json('http://x')": "CALL apoc.load.json: only procedures",
    "CALL merge.node(['X'], {}, {}, {})": "CALL merge.node: only procedures",
    "CALL db.createLabel('X')": "CALL db.createLabel: only procedures",
    "CALL db.labelsAndMore()": "CALL db.labelsAndMore: only procedures",
    "OPTIONAL CALL apoc.load.json('x')": "CALL apoc.load.json: only procedures",
    "MATCH (a) OPTIONAL CALL dbms.killQueries([])": "CALL dbms.killQueries: only procedures",
    "CALL nonsense": "CALL nonsense: only procedures",
    "RETURN genai.vector.encode('x', 'OpenAI', {token: 'x'})": "genai.vector.encode\\(\\) comes from a plugin",
    "RETURN apoc.cypher.runFirstColumnSingle('MATCH (n) RETURN n', {})": "apoc.cypher.runFirstColumnSingle\\(\\) comes",
    "RETURN [x IN [1] | `genai`.vector.encode(x)]": "genai.vector.encode\\(\\) comes from a plugin",
    "RETURN 1; CREATE (n)": "one statement at a time",
    "RETURN 1;\nRETURN 2": "line 2: one statement at a time",
    "MATCH (a) RETURN 1 \\u0041S x": "an escape outside of a string",
    "MATCH (a) \\u0053ET a.x = 1": "an escape outside of a string|SET writes",
    "MATCH (n) RETURN '\\u0027 CREATE (m) //'": "CREATE writes",
    "MATCH (n) RETURN '\\\\\\u0027 CREATE (m) //'": "CREATE writes|has no end",
    "MATCH (n) // \\u000A CREATE (m)": "CREATE writes",
    "MATCH (n) RETURN `\\u0060 CREATE (m) //`": "CREATE writes",
    "MATCH (n) /* \\u002a\\u002f CREATE (m) /* */": "CREATE writes",
    "MATCH (a) // comment\r SET a.x = 1": "SET writes",
    "MATCH (a) RETURN 'it''s' SET a.x = 1": "SET writes",
    "MATCH (a) /* /* */ SET a.x = 1": "SET writes",
    'MATCH (a) WHERE a.x = "\\"" SET a.y = \'"\'': "SET writes",
    "MATCH (a) WHERE a.x = '\\\\' SET a.y = ''": "SET writes",
    "MATCH (a:`x``y`) SET a.y = ''": "SET writes",
    "MATCH (a) WITH {a: 1} AS m SET a += m": "SET writes",
    "MATCH (a) RETURN a, SET": "SET writes.*put it in backticks",
}

PASSED = [
    "MATCH (a:Actor) RETURN a",
    "MATCH (a:Actor) RETURN a;",
    "match (a) optional match (a)-[:X]->(b) with a, collect(b) as bs unwind bs as b return a union return 1 as a",
    "MATCH (n) WHERE n.set = 1 AND n.delete = 2 RETURN n.create AS c, {set: 1, merge: n.remove} AS m",
    "MATCH (n:Set)-[:CREATE]->(m:`DELETE`) RETURN n, m.`SET`",
    "MATCH (`create`:Actor) RETURN `create`.id",
    "RETURN 'CREATE (n) SET x' AS a, \"DELETE\" AS b // CREATE\n/* SET\nDROP */",
    "RETURN $create, $`set`, '\\u0041', '\\\\u0027 CREATE'",
    "RETURN 'it\\'s; CREATE (n)' AS x",
    "MATCH (a) CALL { WITH a MATCH (a)-->(b) RETURN count(b) AS n } RETURN a, n",
    "MATCH (a) CALL (a) { MATCH (a)-->(b) RETURN count(b) AS n } RETURN a, n",
    "CALL () { RETURN 1 AS x } RETURN x",
    "CALL db.labels() YIELD label RETURN label",
    "CALL DB.relationshipTypes()",
    "RETURN duration.between(date($on), date('2024-01-01')).days, point.distance(a, b), date.truncate('month', date())",
    "MATCH (n) WHERE EXISTS { MATCH (n)-->(m) WHERE m.x IN [1, 2] } AND COUNT { (n)-->() } IN [1] RETURN n",
    "MATCH p = (a)-[*1..3]->(b) RETURN [x IN nodes(p) | x.id][0..2], 1.5e3, 0xFF, 1_000",
    "EXPLAIN MATCH (n) RETURN n",
    "UNWIND [{a: 1}] AS transactions WITH transactions WHERE 1 IN transactions.a RETURN 1",
    "",
    "// nothing",
]


@pytest.mark.parametrize(("text", "said"), REFUSED.items())
def test_what_does_more_than_read_is_refused(text: str, said: str) -> None:
    """The message says what and on which line."""
    with pytest.raises((ReadOnlyViolation, BadQuery), match=said) as error:
        refuse_writes(text)
    assert isinstance(error.value, ReadOnlyViolation) or "has no end" in str(error.value)


@pytest.mark.parametrize("text", PASSED)
def test_what_only_reads_passes(text: str) -> None:
    """Names, strings and comments may say what they like."""
    refuse_writes(text)


@pytest.mark.parametrize("text", ["RETURN 'a", 'RETURN "a', "RETURN `a", "RETURN 1 /* a", "RETURN 'a\\'"])
def test_what_has_no_end_is_a_bad_query(text: str) -> None:
    """Where a string does not end nobody can say what is text and what is not."""
    with pytest.raises(BadQuery, match=r"line 1: what begins with .* has no end"):
        refuse_writes(text)


def test_allowed_procedures_are_written_as_they_are_compared() -> None:
    """A name in capitals would never match."""
    assert {name.lower() for name in PROCEDURES} == PROCEDURES
