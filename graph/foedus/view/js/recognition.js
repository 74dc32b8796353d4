// Who recognises whom where that is disputed: what sources confirm, on a day as known on another. Claims are somebody's.

import { written } from "./days.js";
import { byId, el, fill } from "./dom.js";
import { sources } from "./evidence.js";
import { Rectangles } from "./rectangles.js";
import { listed } from "./words.js";

const RECOGNISES = 0;
const ENDED = 1;

/** Fill the part on recognition; it stays away where nothing is recorded. */
export function recognition(data, view, known, sheet) {
  const { by, of, claimedBy, claims, days } = data.about.recognition;
  const shown = known >= data.edition;
  const page = { data, view, known, sheet, days };
  const received = spells(by, "Recognised by", "Recognised in the past by", page);
  const given = spells(of, "Recognises, where that is disputed", "Recognised in the past", page);
  const parts = [
    ...claim("Claimed by", shown ? claimedBy : [], page), ...received, ...claim("Claims", shown ? claims : [], page), ...given,
  ];
  byId("recognition").hidden = parts.length === 0;
  fill(byId("recognition"), el("h2", {}, "Recognition"), ...parts,
    received.length || given.length ? el("p", { class: "quiet" }, "Recognitions that a source confirms; the list is not complete.") : null);
}

function claim(head, actors, { data, sheet }) {
  if (!actors.length) return [];
  const named = actors.map((id) => sheet.named("party", id, data.byId.actor.get(id).name));
  return [el("p", { class: "claimed" }, el("strong", {}, `${head} `), ...named.flatMap((name, i) => [i ? ", " : "", name]))];
}

function spells(rows, running, over, page) {
  const at = (row) => new Rectangles(row.spells, page.days).at(page.view.on, page.known);
  const list = (head, value) => {
    const found = rows.filter((row) => at(row) === value);
    if (!found.length) return [];
    const alike = Map.groupBy(found, (row) => JSON.stringify([row.from, row.to, row.note, row.source]));
    return [el("h3", {}, `${head} (${found.length})`), el("ul", { class: "recognitions" }, ...[...alike.values()].map((rows) => several(rows, value, page)))];
  };
  return [...list(running, RECOGNISES), ...list(over, ENDED)];
}

/** Those of whom one source says the same stand in one line. */
function several(rows, value, { data, known, sheet }) {
  const [row] = rows;
  const named = rows.map(({ whom }) => [whom, data.byId.actor.get(whom).name]).sort(([, one], [, other]) => (one < other ? -1 : 1))
    .map(([whom, name]) => el("strong", { "data-whom": whom, "data-value": value === ENDED ? "ended" : "recognises" }, sheet.named("party", whom, name)));
  const since = row.from ? `since ${written(row.from)}` : "start not documented";
  const when = value === ENDED ? listed([row.from ? `from ${written(row.from)}` : since, `to ${written(row.to)}`]).replace(" and ", " ") : since;
  return el("li", {},
    ...named.flatMap((name, i) => [i ? ", " : "", name]), ` ${when}`,
    row.note ? el("span", { class: "quiet" }, ` (${row.note})`) : null,
    sources(["one"], { sources: { one: row.source } }, known));
}
