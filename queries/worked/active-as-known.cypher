// Which cases were active on 28 October 2024, as known on that day?
WITH date('2024-10-28') AS on, date('2024-10-28') AS known
MATCH (s:CaseState {activity: 'active'})-[:STATE_OF]->(c:Case)
WHERE s.from <= on AND on < s.until AND s.knownFrom <= known AND known < s.knownUntil
RETURN c.id AS case, c.name AS name, s.invocation AS invocation, s.force AS force
ORDER BY case
