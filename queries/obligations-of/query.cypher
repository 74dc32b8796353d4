// What did a party owe, and to whom, on $on, as known on $known?
WITH date($on) AS on, date($known) AS known
MATCH (:Actor {id: $party})<-[:OF_ACTOR]-(me:Participation)<-[:FORCE_OF]-(mine:ForceSpell {binding: true})
WHERE mine.knownFrom <= known AND known < mine.knownUntil AND mine.from <= on AND on < mine.until
MATCH (me)<-[:OWED_BY]-(o:Obligation)<-[:CLAUSE_FORCE_OF]-(clause:ClauseSpell {binding: true})
WHERE clause.knownFrom <= known AND known < clause.knownUntil AND clause.from <= on AND on < clause.until
  AND o.kind = $duty // if duty
MATCH (o)-[:OWED_TO]->(other:Participation)<-[:FORCE_OF]-(its:ForceSpell {binding: true})
WHERE its.knownFrom <= known AND known < its.knownUntil AND its.from <= on AND on < its.until
  AND (other <> me OR o.kind = 'right-of-self-defence' OR $party IN ['un-members', 'league-members'])
MATCH (other)-[:OF_ACTOR]->(a:Actor)
WITH o, CASE WHEN mine.bindingSince > clause.bindingSince THEN mine.bindingSince ELSE clause.bindingSince END AS since,
  collect(DISTINCT a.id) AS owedTo
MATCH (o)-[:IMPOSED_BY]->(r:Article)-[:PART_OF]->(t:Treaty)
RETURN t.id AS treaty, t.title AS treatyTitle, r.number AS article, o.position AS obligation, o.kind AS duty, owedTo,
  o.triggerKind AS triggerKind, o.responseKind AS responseKind, o.conditions AS conditions, since
ORDER BY treaty, article, obligation
