// Between whom a clause or a case runs.

import { short } from "./names.js";
import { listed } from "./words.js";

/** 'Australia → United States'; empty where all parties owe it to all. `third` are the actors that are no parties. */
export function owedBetween(clause, treaty, data, third = new Set()) {
  const parties = [...treaty.participants.keys()].filter((actor) => !third.has(data.actors[actor].id));
  const every = (list) => list.length === parties.length && parties.every((actor) => list.includes(actor));
  if (every(clause.owedBy) && every(clause.owedTo)) return "";
  const names = (list) => (every(list) && list.length > 2 ? "every party" : list.length > 4 ? `${list.length} parties` : listed(list.map((actor) => short(data.actors[actor].name))));
  return between(clause.owedBy, clause.owedTo, names, data);
}

/** 'Japan → United Kingdom', 'France – Russian Empire', 'among A, B and C'; `words` makes words of a side. */
export function between(by, to, words, data) {
  if (by.length < 2 || !same(by, to)) return `${words(by)} → ${words(to)}`;
  return by.length === 2 ? by.map((actor) => short(data.actors[actor].name)).join(" – ") : `among ${words(by)}`;
}

/** Whether two lists name the same actors. */
export function same(one, other) {
  return one.length === other.length && one.every((actor) => other.includes(actor));
}
