// The rows of a day: the clauses that bind, and the cases that are active. Look-ups alone.

/** The clauses in force on a day as known on another, with those between whom they bind. */
export function clausesInForce(data, on, known) {
  const rows = [];
  const bound = new Map();
  for (const clause of data.clauses) {
    const force = data.forces[clause.spells.at(on, known)];
    if (!binds(force)) continue;
    const holds = (actor) => bindsFor(clause.treaty, actor, on, known, bound, data);
    const by = clause.owedBy.filter(holds);
    const to = clause.owedTo.filter(holds);
    const owedBy = by.filter((actor) => hasOther(actor, to, clause));
    if (owedBy.length === 0) continue;
    rows.push({ clause, owedBy, owedTo: to.filter((actor) => hasOther(actor, by, clause)), since: force.since });
  }
  return rows;
}

/** The active cases on a day as known on another. */
export function activeCases(data, on, known) {
  const rows = [];
  for (const each of data.cases) {
    const state = data.states[each.spells.at(on, known)];
    if (state?.activity === "active") rows.push({ case: each, state });
  }
  return rows;
}

/**
 * What a party owes and is owed, as `obligations-of` and `protections-of` have it: each clause with those to whom
 * it is owed and those who owe it, and since when it binds for the party.
 */
export function dutiesOf(data, party, on, known) {
  const rows = [];
  const bound = new Map();
  for (const clause of data.clauses) {
    const force = data.forces[clause.spells.at(on, known)];
    const own = forceFor(data, clause.treaty, party, on, known);
    if (!binds(force) || !own || !binds(own)) continue;
    const others = (list, other) => (list.includes(party) ? other : []).filter((actor) =>
      (actor !== party || clause.themselves.includes(party)) && bindsFor(clause.treaty, actor, on, known, bound, data));
    const owes = others(clause.owedBy, clause.owedTo);
    const owed = others(clause.owedTo, clause.owedBy);
    if (owes.length || owed.length) rows.push({ clause, owes, owed, since: Math.max(force.since, own.since) });
  }
  return rows;
}

/** The force of a treaty for an actor; undefined where it has none. */
export function forceFor(data, treaty, actor, on, known) {
  const spells = treaty.participants.get(actor);
  return spells && data.forces[spells.at(on, known)];
}

/** Whether a force binds: its rectangle then says since when. */
export function binds(force) {
  return force !== undefined && force.since !== null;
}

function bindsFor(treaty, actor, on, known, bound, data) {
  const key = treaty.index * 4096 + actor;
  if (!bound.has(key)) bound.set(key, binds(forceFor(data, treaty, actor, on, known)));
  return bound.get(key);
}

/** Whether somebody else, or by the clause itself, stands on the other side. */
function hasOther(actor, others, clause) {
  return others.length > 1 || (others.length === 1 && (others[0] !== actor || clause.themselves.includes(actor)));
}

/** Whom a case names on each side; an empty list stands for every party that is bound, else for every party. */
export function sides(data, { case: each }, on, known) {
  const all = [...each.treaty.participants.keys()];
  const bound = all.filter((actor) => binds(forceFor(data, each.treaty, actor, on, known)));
  const every = bound.length ? bound : all;
  const named = (list) => (list.length ? list : every);
  return { obligors: named(each.obligors), beneficiaries: named(each.beneficiaries) };
}
