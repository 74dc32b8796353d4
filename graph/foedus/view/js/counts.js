// How many clauses are in force over all time: the area above the axis. A clause is in force where it binds.

/** Steps of [day, number of clauses in force], for the clauses shown, as known on a day or (null) on each day. */
export function overTime(data, shows, known) {
  const changes = new Map();
  const see = (from, until, value) => {
    if (data.forces[value].since === null) return;
    changes.set(from, (changes.get(from) ?? 0) + 1);
    changes.set(until, (changes.get(until) ?? 0) - 1);
  };
  for (const clause of data.clauses) {
    if (!shows(clause)) continue;
    if (known === null) clause.spells.asKnownThen(see);
    else clause.spells.asKnown(known, see);
  }
  let number = 0;
  return [...changes.entries()]
    .sort(([one], [other]) => one - other)
    .map(([day, change]) => [day, (number += change)]);
}
