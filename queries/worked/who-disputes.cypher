// Which states dispute the case of Article 4 of the Russia-DPRK treaty, and since when is their word known?
MATCH (:Case {id: 'rus-prk-2024-kursk'})<-[:IN_CASE]-(:Event)<-[:ON_EVENT]-(p:Position {stance: 'disputes'})
MATCH (p)-[:SPEAKS_FOR]->(a:Actor)
RETURN a.id AS state, min(p.knownFrom) AS since
ORDER BY since, state
