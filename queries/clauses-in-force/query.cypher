// Which obligations bound whom to whom on $on, as known on $known?
// Nobody owes itself: where a one-sided clause binds a single actor on one side, that actor is left out on the other.
WITH date($on) AS on, date($known) AS known
MATCH (me:Participation)-[:OF_ACTOR]->(:Actor {id: $party}) // if party
MATCH (me)<-[:FORCE_OF]-(mine:ForceSpell {binding: true}) // if party
WHERE mine.knownFrom <= known AND known < mine.knownUntil AND mine.from <= on AND on < mine.until // if party
MATCH (o:Obligation)-[:OWED_BY|OWED_TO]->(me) // if party
WITH DISTINCT on, known, o, mine.bindingSince AS mySince // if party
MATCH (clause:ClauseSpell {binding: true})-[:CLAUSE_FORCE_OF]->(o:Obligation)
WHERE clause.knownFrom <= known AND known < clause.knownUntil AND clause.from <= on AND on < clause.until
  AND o.kind = $duty // if duty
MATCH (o)-[:OWED_BY]->(p:Participation)<-[:FORCE_OF]-(f:ForceSpell {binding: true})
WHERE f.knownFrom <= known AND known < f.knownUntil AND f.from <= on AND on < f.until
MATCH (p)-[:OF_ACTOR]->(a:Actor)
WITH on, known, o, clause.bindingSince AS clauseSince, collect(DISTINCT a.id) AS obligors
  , mySince // if party
MATCH (o)-[:OWED_TO]->(q:Participation)<-[:FORCE_OF]-(g:ForceSpell {binding: true})
WHERE g.knownFrom <= known AND known < g.knownUntil AND g.from <= on AND on < g.until
MATCH (q)-[:OF_ACTOR]->(b:Actor)
WITH o, clauseSince, obligors, collect(DISTINCT b.id) AS beneficiaries
  , mySince // if party
MATCH (o)-[:IMPOSED_BY]->(r:Article)-[:PART_OF]->(t:Treaty)
WITH o, r, t, obligors, beneficiaries, o.mutual OR o.kind = 'right-of-self-defence' AS alone, clauseSince AS since
  , CASE WHEN mySince > clauseSince THEN mySince ELSE clauseSince END AS partySince // if party
RETURN t.id AS treaty, t.title AS treatyTitle, r.number AS article, o.position AS obligation, o.kind AS duty,
  o.mutual AS mutual,
  [x IN obligors WHERE alone OR beneficiaries <> [x]] AS owedBy,
  [x IN beneficiaries WHERE alone OR obligors <> [x]] AS owedTo,
  o.triggerKind AS triggerKind, o.responseKind AS responseKind, o.territorialScope AS territorialScope,
  o.conditions AS conditions,
  partySince AS since // if party
  since AS since // unless party
ORDER BY treaty, article, obligation
