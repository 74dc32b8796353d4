// What is drawn on a day: from rows to lines, dots, diamonds and numbered cases.

import { lineKey } from "./data.js";
import { parse } from "./days.js";
import { FAMILIES } from "./duties.js";
import { activeCases, clausesInForce, sides } from "./rows.js";
import { RANKS } from "./words.js";

/** All that the page shows for a state of the view. */
export function picture(data, view, known) {
  const party = view.party === null ? null : data.byId.actor.get(view.party).index;
  const rows = clausesInForce(data, view.on, known)
    .filter((row) => party === null || row.owedBy.includes(party) || row.owedTo.includes(party));
  const cases = activeCases(data, view.on, known).filter(({ case: each }) =>
    party === null || each.obligors.includes(party) || each.beneficiaries.includes(party));
  const shows = (each) => view.duties.has(FAMILIES[each.family].key);
  const shown = rows.filter((row) => shows(row.clause));
  const found = cases.filter((row) => shows(row.case));
  const active = numbered(found.filter((row) => !view.outcome || row.state.outcome === view.outcome));
  const made = {
    rows: shown, active, found, party,
    counts: FAMILIES.map((_, place) => rows.filter((row) => row.clause.family === place).length),
    activeCounts: FAMILIES.map((_, place) => cases.filter((row) => row.case.family === place).length),
    lines: new Map(), hubs: new Map(), ties: new Map(), actors: new Set(),
  };
  for (const row of shown) addRow(made, row, data);
  for (const row of active) addCase(made, row, data, view.on, known);
  return made;
}

/** The best known first, then by opening; each gets the number of its badge. */
export function numbered(rows) {
  const opened = (row) => parse(row.state.opened ?? "") ?? 0;
  return rows
    .sort((one, other) =>
      RANKS.indexOf(one.state.invocation) - RANKS.indexOf(other.state.invocation)
      || opened(one) - opened(other) || (one.case.id < other.case.id ? -1 : 1))
    .map((row, place) => ({ ...row, number: place + 1, lines: [], at: [] }));
}

function addRow(made, { clause, owedBy, owedTo }, data) {
  const { treaty } = clause;
  const everybody = new Set([...owedBy, ...owedTo]);
  everybody.forEach((actor) => made.actors.add(actor));
  if (treaty.hub) addHub(made, treaty, everybody, clause.family);
  for (const [one, other] of ends(treaty, owedBy, owedTo, made.party)) {
    for (const id of linesOf(treaty, one, other)) addLine(made, id, data).family = foremost(made.lines.get(id), clause);
  }
}

export function foremost(line, clause) {
  return line.family === null ? clause.family : Math.min(line.family, clause.family);
}

function addHub(made, treaty, members, family) {
  const hub = made.hubs.get(treaty.index) ?? { treaty, members: new Set(), family };
  members.forEach((actor) => hub.members.add(actor));
  hub.family = Math.min(hub.family, family);
  made.hubs.set(treaty.index, hub);
}

export function addLine(made, id, data) {
  if (!made.lines.has(id)) {
    made.lines.set(id, { id, family: null, cases: [], of: data.lines[id] });
    for (const actor of [data.lines[id].one, data.lines[id].other]) {
      if (actor >= 0) made.ties.set(actor, (made.ties.get(actor) ?? 0) + 1);
    }
  }
  return made.lines.get(id);
}

/** The two ends of each line between two sides: pairs, or one actor and -1 for a spoke. */
function ends(treaty, by, to, party) {
  if (treaty.hub) return [...new Set([...by, ...to])].map((actor) => [actor, -1]);
  return by
    .flatMap((one) => to.filter((other) => other !== one).map((other) => [one, other]))
    .filter(([one, other]) => party === null || one === party || other === party);
}

function linesOf(treaty, one, other) {
  return treaty.lines.get(lineKey(one, other)) ?? [];
}

function addCase(made, row, data, on, known) {
  const { treaty } = row.case;
  const { obligors, beneficiaries } = sides(data, row, on, known);
  Object.assign(row, { obligors, beneficiaries });
  if (treaty.hub) addHub(made, treaty, new Set([...obligors, ...beneficiaries]), row.case.family);
  for (const [one, other] of ends(treaty, obligors, beneficiaries, null)) {
    for (const id of linesOf(treaty, one, other)) {
      const line = addLine(made, id, data);
      if (row.lines.includes(id)) continue;
      line.cases.push({
        row, towards: other < 0 ? beneficiaries.includes(one) && !obligors.includes(one) ? "hub-out" : "hub-in" : "pair",
        beneficiaries, obligors,
        refused: row.state.invocation === "refused" || (other >= 0 && row.state.refusedBy.includes(one)),
      });
      row.lines.push(id);
    }
  }
  for (const actor of new Set([...obligors, ...beneficiaries])) made.ties.set(actor, made.ties.get(actor) ?? 1);
}
