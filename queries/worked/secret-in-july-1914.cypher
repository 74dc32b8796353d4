// Which treaties were signed and in no way public in July 1914?
MATCH (t:Treaty)
WHERE t.signedOn <= date('1914-07-31') AND t.knownFrom > date('1914-07-31') AND t.publicFromText IS NOT NULL
RETURN t.id AS treaty, t.shortTitle AS title, t.signedOnText AS signed, t.publicFromText AS publicFrom
ORDER BY signed, treaty
