// What happened in a case, who asserts it and who disputes it, as known on $known?
WITH date($known) AS known
MATCH (:Case {id: $case})<-[:IN_CASE]-(e:Event)
WHERE e.knownFrom <= known
OPTIONAL MATCH (e)<-[:ON_EVENT]-(w:Position)
WHERE w.knownFrom <= known
OPTIONAL MATCH (w)-[:SPEAKS_FOR]->(a:Actor)
WITH known, e, w.stance AS stance, w.claimant AS claimant, collect(DISTINCT a.id + ', ') AS spokenFor,
  min(coalesce(w.dateText, e.dateText)) AS said
WITH known, e, stance, claimant + ' (' + reduce(all = '', one IN spokenFor | all + one) + said + ')' AS caption
WITH known, e,
  collect(CASE WHEN stance = 'asserts' THEN caption END) AS assertedBy,
  collect(CASE WHEN stance = 'disputes' THEN caption END) AS disputedBy
RETURN e.dateText AS date, e.kind AS kind, e.summary AS summary, assertedBy, disputedBy,
  [(e)-[:SUPPORTED_BY]->(s:Source) WHERE coalesce(s.knownFrom, known) <= known | s.reference] AS sources
ORDER BY date, kind, summary
