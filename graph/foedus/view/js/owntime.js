// One party over time: how many clauses bind it, and the days on which something happened to it.

import { names } from "./own.js";

/** Steps of [day, number of clauses in force for the party], as known on a day or (null) on each day. */
export function ownOverTime(data, own, shows, known) {
  const changes = new Map();
  const change = (day, by) => changes.set(day, (changes.get(day) ?? 0) + by);
  const force = new Map();
  for (const clause of data.clauses) {
    if (!shows(clause)) continue;
    const { treaty } = clause;
    if (!force.has(treaty)) force.set(treaty, bindingSpans(treaty.participants.get(own), data, known));
    for (const [from, until] of bindingSpans(clause.spells, data, known)) {
      for (const [begun, ended] of force.get(treaty)) {
        if (Math.max(from, begun) >= Math.min(until, ended)) continue;
        change(Math.max(from, begun), 1);
        change(Math.min(until, ended), -1);
      }
    }
  }
  let number = 0;
  return [...changes.entries()].sort(([one], [other]) => one - other).map(([day, by]) => [day, (number += by)]);
}

function bindingSpans(rectangles, data, known) {
  const spans = [];
  const see = (from, until, value) => {
    if (data.forces[value].since !== null) spans.push([from, until]);
  };
  if (known === null) rectangles?.asKnownThen(see);
  else rectangles?.asKnown(known, see);
  return spans;
}

/** The days of its cases' events and those on which a treaty began or ceased to bind it, as known on a day. */
export function ownDays(data, own, known) {
  const days = data.events.filter((event) => event.known <= known && names(event.case, own)).map((event) => event.first);
  for (const { participants } of data.treaties) {
    for (const span of bindingSpans(participants.get(own), data, known)) days.push(...span);
  }
  return days.filter((day) => day >= data.firstDay && day <= data.edition);
}
