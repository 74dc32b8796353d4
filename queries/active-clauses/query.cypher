// Which clauses were in use on $on, as known on $known?
WITH date($on) AS on, date($known) AS known
MATCH (s:CaseState)-[:STATE_OF]->(c:Case)-[:CASE_OF]->(t:Treaty)
WHERE s.knownFrom <= known AND known < s.knownUntil AND s.from <= on AND on < s.until
  AND s.activity = $activity // if activity
  AND c.duty = $duty // if duty
  AND EXISTS { (c)-[:OBLIGOR|BENEFICIARY]->(:Actor {id: $party}) } // if party
OPTIONAL MATCH (c)-[:IN_CONFLICT]->(k:Conflict)
RETURN c.id AS case, c.name AS name, t.id AS treaty, t.title AS treatyTitle, c.articles AS articles, c.duty AS duty,
  [(c)-[:OBLIGOR]->(a:Actor) | a.id] AS obligors, [(c)-[:BENEFICIARY]->(a:Actor) | a.id] AS beneficiaries,
  k.name AS conflict, s.openedText AS opened, s.activity AS activity, s.invocation AS invocation, s.force AS force,
  [(s)-[:PERFORMED_BY]->(a:Actor) | a.id] AS performedBy,
  [(s)-[:ACKNOWLEDGED_BY]->(a:Actor) | a.id] AS acknowledgedBy,
  [(s)-[:REFUSED_BY]->(a:Actor) | a.id] AS refusedBy,
  s.disputed AS disputed, s.assertedBy AS assertedBy, s.disputedBy AS disputedBy, s.lastEvidence AS lastEvidence,
  s.outcome AS outcome, [(s)-[:SUPPORTED_BY]->(x:Source) | x.reference] AS sources
ORDER BY case
