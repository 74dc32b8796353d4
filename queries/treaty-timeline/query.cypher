// What happened to a treaty and under it, as known on $known?
WITH date($known) AS known
MATCH (t:Treaty {id: $treaty})
WHERE t.knownFrom <= known
CALL {
  WITH known, t
  RETURN t.signedOnText AS date, 'signature' AS what, t.kind AS kind, [] AS actors, t.title AS text, [] AS sources
UNION ALL
  WITH known, t
  MATCH (t)<-[:ACT_ON]-(a:Act)
  WHERE a.knownFrom <= known
  RETURN a.dateText AS date, 'act' AS what, a.kind AS kind, [(a)-[:ACT_OF]->(x:Actor) | x.id] AS actors,
    coalesce(a.body + ': ' + a.note, a.body, a.note) AS text,
    [(a)-[:SUPPORTED_BY]->(s:Source) WHERE coalesce(s.knownFrom, known) <= known | s.reference] AS sources
UNION ALL
  WITH known, t
  MATCH (t)<-[:IN_TREATY]-(p:Participation)<-[:SPELL_OF]-(s:Spell)
  WHERE s.fromLatest <= known
  RETURN s.fromText AS date, 'spell-start' AS what, s.status AS kind, [(p)-[:OF_ACTOR]->(x:Actor) | x.id] AS actors,
    s.note AS text, [] AS sources
UNION ALL
  WITH known, t
  MATCH (t)<-[:IN_TREATY]-(p:Participation)<-[:SPELL_OF]-(s:Spell)
  WHERE s.toLatest <= known
  RETURN s.toText AS date, 'spell-end' AS what, s.status AS kind, [(p)-[:OF_ACTOR]->(x:Actor) | x.id] AS actors,
    s.note AS text, [] AS sources
UNION ALL
  WITH known, t
  MATCH (t)<-[:CASE_OF]-(c:Case)<-[:STATE_OF]-(s:CaseState)
  WHERE s.knownFrom <= known AND known < s.knownUntil AND s.openedText IS NOT NULL
  WITH DISTINCT c, s.openedText AS opened
  RETURN opened AS date, 'case-opened' AS what, c.duty AS kind,
    [(c)-[:OBLIGOR|BENEFICIARY]->(x:Actor) | x.id] AS actors, c.name AS text, [] AS sources
UNION ALL
  WITH known, t
  MATCH (t)<-[:CASE_OF]-(c:Case)<-[:STATE_OF]-(s:CaseState)
  WHERE s.knownFrom <= known AND known < s.knownUntil AND s.activity = c.closure AND s.activity <> 'open'
  WITH DISTINCT c
  RETURN coalesce(c.closedText, c.lastEvidenceText) AS date, 'case-closed' AS what, c.closure AS kind,
    [(c)-[:OBLIGOR|BENEFICIARY]->(x:Actor) | x.id] AS actors, c.name AS text, [] AS sources
UNION ALL
  WITH known, t
  MATCH (t)<-[:CASE_OF]-(:Case)<-[:IN_CASE]-(e:Event)
  WHERE e.knownFrom <= known
  RETURN e.dateText AS date, 'event' AS what, e.kind AS kind,
    [(e)-[:EVENT_OBLIGOR|EVENT_BENEFICIARY]->(x:Actor) | x.id] AS actors, e.summary AS text,
    [(e)-[:SUPPORTED_BY]->(s:Source) WHERE coalesce(s.knownFrom, known) <= known | s.reference] AS sources
}
RETURN date, what, kind, actors, text, sources
ORDER BY date, what, kind, text
