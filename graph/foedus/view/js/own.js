// The graph of one party on a day: its duties and active cases as lines, dots, diamonds and numbers.

import { lineKey } from "./data.js";
import { FAMILIES } from "./duties.js";
import { addLine, foremost, numbered } from "./picture.js";
import { activeCases, dutiesOf, sides } from "./rows.js";

const MOST_LETTERS = 22;

/** What `picture` is for the map, seen from one party (`own`); `rows` are those of the table. */
export function ownPicture(data, own, view, known) {
  const all = dutiesOf(data, own, view.on, known);
  const cases = activeCases(data, view.on, known).filter(({ case: each }) => names(each, own));
  const shows = (each) => view.duties.has(FAMILIES[each.family].key);
  const active = numbered(cases.filter((row) => shows(row.case)));
  const count = (list, of) => FAMILIES.map((_, place) => list.filter((row) => of(row).family === place).length);
  const made = {
    own, party: null, rows: all.filter((row) => shows(row.clause)), active, found: active,
    counts: count(all, (row) => row.clause), activeCounts: count(cases, (row) => row.case),
    lines: new Map(), hubs: new Map(), ties: new Map([[own, 1]]), actors: new Set(),
  };
  for (const row of made.rows) addDuty(made, row, data);
  for (const line of made.lines.values()) line.way = oneWay(line, own);
  for (const row of active) addOwnCase(made, row, data, view.on, known);
  for (const hub of made.hubs.values()) hub.caption = caption(hub, data);
  return made;
}

/** Whether a case names a party on either side. */
export function names(each, actor) {
  return each.obligors.includes(actor) || each.beneficiaries.includes(actor);
}

function addDuty(made, { clause, owes, owed }, data) {
  const spokes = new Map([...owes, ...owed].map((actor) => [actor, [owes.includes(actor), owed.includes(actor)]]));
  spokes.set(made.own, [owes.length > 0, owed.length > 0]);
  addHub(made, clause, spokes.keys());
  for (const [actor, [out, back]] of spokes) {
    for (const line of linesOf(made, clause.treaty, actor, data)) {
      line.family = foremost(line, clause);
      line.owes ||= out;
      line.owed ||= back;
    }
  }
}

function addHub(made, { treaty, family }, members) {
  const hub = made.hubs.get(treaty.index) ?? { treaty, members: new Set(), family };
  for (const actor of members) hub.members.add(actor);
  hub.family = Math.min(hub.family, family);
  made.hubs.set(treaty.index, hub);
}

/** The year of a treaty between two; an alliance by its name, cut where it is long. */
function caption({ treaty, members }, data) {
  if (members.size < 3) return data.about.signed[treaty.index];
  const { mapName } = treaty;
  return mapName.length <= MOST_LETTERS ? mapName : `${mapName.slice(0, MOST_LETTERS).trimEnd()}…`;
}

function linesOf(made, treaty, actor, data) {
  return (treaty.lines.get(lineKey(actor, -1)) ?? []).map((id) => addLine(made, id, data));
}

/** 'out' where the party alone owes, 'in' where it alone is owed; its own line to the treaty bears no arrow. */
function oneWay(line, own) {
  if (line.of.one === own || line.owes === line.owed) return null;
  return line.owes ? "out" : "in";
}

function addOwnCase(made, row, data, on, known) {
  const { treaty } = row.case;
  const { obligors, beneficiaries } = sides(data, row, on, known);
  Object.assign(row, { obligors, beneficiaries });
  const own = made.own;
  const others = [...(obligors.includes(own) ? beneficiaries : []), ...(beneficiaries.includes(own) ? obligors : [])];
  addHub(made, row.case, [own, ...others]);
  for (const actor of new Set([own, ...others])) {
    for (const line of linesOf(made, treaty, actor, data)) {
      line.cases.push({
        row, towards: "hub-in", beneficiaries, obligors,
        refused: row.state.invocation === "refused" || row.state.refusedBy.includes(actor),
      });
      row.lines.push(line.id);
    }
  }
}
