// Who was party to NATO on 1 January 1990, as known today?
WITH date('1990-01-01') AS on, date('2026-11-25') AS known
MATCH (t:Treaty {id: 'nato-1949'})<-[:IN_TREATY]-(p:Participation)<-[:FORCE_OF]-(s:ForceSpell {binding: true})
WHERE s.from <= on AND on < s.until AND s.knownFrom <= known AND known < s.knownUntil
MATCH (p)-[:OF_ACTOR]->(a:Actor)
RETURN a.id AS party, a.name AS name, s.bindingSince AS since
ORDER BY party
