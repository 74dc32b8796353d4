// Between whom a clause runs, where it is not simply every party towards every other.

import { short } from "./names.js";
import { listed } from "./words.js";

/** 'Australia → United States'; empty where all parties owe it to all. `third` are the actors that are no parties. */
export function owedBetween(clause, treaty, data, third = new Set()) {
  const parties = [...treaty.participants.keys()].filter((actor) => !third.has(data.actors[actor].id));
  const every = (list) => list.length === parties.length && parties.every((actor) => list.includes(actor));
  if (every(clause.owedBy) && every(clause.owedTo)) return "";
  const names = (list) => (every(list) && list.length > 2 ? "every party" : list.length > 4 ? `${list.length} parties` : listed(list.map((actor) => short(data.actors[actor].name))));
  const same = clause.owedBy.length === clause.owedTo.length && clause.owedBy.every((actor) => clause.owedTo.includes(actor));
  if (same && clause.owedBy.length === 2) return clause.owedBy.map((actor) => short(data.actors[actor].name)).join(" – ");
  return same && clause.owedBy.length > 2 ? `among ${names(clause.owedBy)}` : `${names(clause.owedBy)} → ${names(clause.owedTo)}`;
}
