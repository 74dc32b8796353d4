// What is recorded of an actor itself. Bounds are known from their own last day; what bears no date is shown as known today.

import { facts } from "./facts.js";
import { parse, written } from "./days.js";
import { byId, el, fill } from "./dom.js";

const KINDS = {
  state: "state", "historical-state": "former state", "de-facto-state": "de facto state", organisation: "organisation", group: "group",
};

export function identity(data, own, known, sheet) {
  const { official, exists, succeeds, successors, note } = data.about.identity;
  const actor = data.actors[own];
  const named = (ids) => ids.flatMap((id, i) => [i ? ", " : "", sheet.named("party", id, data.byId.actor.get(id).name)]);
  const ended = exists.length > 0 && exists.every(([, to]) => to && to[1] <= known);
  fill(byId("identity"),
    el("h2", {}, "What it is"),
    facts([
      ["Kind", KINDS[actor.kind]],
      ["Official name", official === actor.name ? null : official],
      ["Also", actor.aliases.filter((alias) => alias !== official).join(", ")],
      ["Existed", exists.map((spell) => lasted(spell, known)).filter(Boolean).join("; ")],
      ["Took the place of", named(succeeds)],
      ["Followed by", ended ? named(successors) : []],
    ]),
    note && known >= data.edition ? el("p", { class: "quiet" }, note) : null);
}

/** 'Recorded as existing from 1867 to 1918', where the day shown lies outside; null where it lies within. */
export function existence(data, view, known) {
  const { exists } = data.about.identity;
  const within = ([from, to]) => (!from || parse(from[0]) <= view.on) && (!to || view.on <= to[1]);
  if (!exists.length || exists.some(within)) return null;
  const spells = exists.map((spell) => lasted(spell, known)).filter(Boolean);
  return spells.length ? `Recorded as existing ${spells.join("; ")}. ` : null;
}

function lasted([from, to], known) {
  if (from && from[1] > known) return null;
  const end = to && to[1] <= known ? `to ${written(to[0])}` : "";
  return `${from ? `from ${written(from[0])}` : "start not dated"} ${end}`.trim();
}
