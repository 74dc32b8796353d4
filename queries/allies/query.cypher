// With whom was a party bound by a duty, in either direction, on $on, as known on $known?
WITH date($on) AS on, date($known) AS known
MATCH (:Actor {id: $party})<-[:OF_ACTOR]-(me:Participation)<-[:FORCE_OF]-(mine:ForceSpell {binding: true})
WHERE mine.knownFrom <= known AND known < mine.knownUntil AND mine.from <= on AND on < mine.until
MATCH (me)<-[mySide:OWED_BY|OWED_TO]-(o:Obligation)<-[:CLAUSE_FORCE_OF]-(clause:ClauseSpell {binding: true})
WHERE clause.knownFrom <= known AND known < clause.knownUntil AND clause.from <= on AND on < clause.until
  AND o.kind = $duty // if duty
MATCH (o)-[itsSide:OWED_BY|OWED_TO]->(other:Participation)<-[:FORCE_OF]-(its:ForceSpell {binding: true})
WHERE its.knownFrom <= known AND known < its.knownUntil AND its.from <= on AND on < its.until AND other <> me AND type(itsSide) <> type(mySide)
MATCH (other)-[:OF_ACTOR]->(a:Actor)
MATCH (other)-[:IN_TREATY]->(t:Treaty)
RETURN a.id AS ally, a.name AS allyName, collect(DISTINCT t.id) AS treaties
ORDER BY ally
