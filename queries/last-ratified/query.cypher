// Which treaties were ratified on the latest day of ratification before $before?
WITH date($before) AS before
MATCH (act:Act {kind: 'ratification'})-[:ACT_ON]->(t:Treaty)
WHERE act.date < before
  AND EXISTS { (act)-[:ACT_OF]->(:Actor {id: $party}) } // if party
  AND EXISTS { (t)<-[:PART_OF]-(:Article)<-[:IMPOSED_BY]-(:Obligation {kind: $duty}) } // if duty
WITH collect({act: act, treaty: t}) AS found, max(act.date) AS latest
UNWIND found AS one
WITH one.act AS act, one.treaty AS t, latest
WHERE act.date = latest
RETURN t.id AS treaty, t.title AS treatyTitle, act.dateText AS date, act.body AS body, act.votesFor AS votesFor,
  act.votesAgainst AS votesAgainst
ORDER BY treaty, date, body
