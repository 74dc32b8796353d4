// The list of active cases, numbered as on the map, and the alliances in force.

import { byId, el, fill } from "./dom.js";
import { short } from "./names.js";
import { between } from "./owed.js";
import { lastEvidence, listed, tagsOf } from "./words.js";

const MOST_NAMED = 6;
const BARS = 16;

/** Between whom a case runs; an empty list is every party. */
export function whoOwesWhom(row, data) {
  const side = (list) => {
    if (list.length === 0) return `every party of ${row.case.treaty.mapName}`;
    if (list.length > MOST_NAMED) return `${list.length} parties`;
    return listed(list.map((actor) => short(data.actors[actor].name)));
  };
  return between(row.case.obligors, row.case.beneficiaries, side, data);
}

/** The tags of a case as words in boxes. */
export function tags(state) {
  return el("span", { class: "tags" }, ...tagsOf(state).flatMap(({ text, strong }) => [el("span", { class: strong ? "tag strong" : "tag" }, text), " "]));
}

/** Number of a case as on its badge. */
export function badge(row) {
  return el("span", { class: row.state.invocation === "refused" ? "badge hollow" : "badge" }, String(row.number));
}

/** Number, name, sides, state and age of a case in a list. */
export function entryWords(row, data, on) {
  return [
    badge(row),
    el("span", { class: "entry-words" },
      el("strong", {}, row.case.name),
      el("span", { class: "who" }, whoOwesWhom(row, data)),
      tags(row.state),
      el("span", { class: "age" }, lastEvidence(row.state, on))),
  ];
}

/** Fill the list of active cases. */
export function listActive(data, view, picture, choose) {
  const entries = picture.active.map((row) =>
    el("li", {},
      el("button", { class: "entry", type: "button", "data-case": row.case.id, onclick: () => choose({ kind: "case", id: row.case.id }) },
        ...entryWords(row, data, view.on))));
  fill(byId("active"), ...(entries.length ? entries : [el("li", { class: "none" }, "No clause of these kinds was active.")]));
}

/** Fill the bars of alliances in force, the largest first; `all` shows more than the first few. */
export function listAlliances(picture, all, choose, showAll) {
  const alliances = [...membersOf(picture).values()]
    .filter(({ members }) => members.size > 2)
    .sort((one, other) => other.members.size - one.members.size || (one.treaty.mapName < other.treaty.mapName ? -1 : 1));
  const most = alliances[0]?.members.size ?? 1;
  const shown = all ? alliances : alliances.slice(0, BARS);
  const bars = shown.map(({ treaty, members }) => {
    const bar = el("span", { class: "bar" });
    bar.style.setProperty("--share", members.size / most);
    return el("li", {},
      el("button", { class: "alliance", type: "button", title: treaty.short, onclick: () => choose({ kind: "treaty", id: treaty.id }) },
        el("span", { class: "alliance-name" }, treaty.mapName), bar, el("span", { class: "alliance-number" }, String(members.size))));
  });
  byId("alliances-head").hidden = alliances.length === 0;
  const rest = alliances.length - shown.length;
  fill(byId("alliances"), ...bars,
    rest ? el("li", {}, el("button", { class: "as-link", type: "button", onclick: showAll }, `${rest} more`)) : null);
}

function membersOf(picture) {
  const found = new Map();
  for (const { clause, owedBy, owedTo } of picture.rows) {
    const of = found.get(clause.treaty) ?? { treaty: clause.treaty, members: new Set() };
    for (const actor of [...owedBy, ...owedTo]) of.members.add(actor);
    found.set(clause.treaty, of);
  }
  return found;
}
