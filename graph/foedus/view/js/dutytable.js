// The duties of one party as a table: the rows of `obligations-of` and `protections-of`, a clause a line.

import { byId, el, fill } from "./dom.js";
import { dutyInWords } from "./duties.js";
import { articleName, dutyWords } from "./evidence.js";
import { short } from "./names.js";
import { same } from "./owed.js";
import { sinceOf } from "./words.js";

const HEADS = ["Treaty", "Article", "Duty", "Owes it to", "Is owed it by", "Since"];
const MOST_NAMED = 6;

/** Fill the table; with a selection, the rows that concern it alone. */
export function dutyTable(data, view, picture, known, texts, sheet, showAll) {
  const chosen = view.selected && data.byId[view.selected.kind].get(view.selected.id);
  const concerns = ({ clause, owes, owed }) =>
    !chosen || (view.selected.kind === "treaty" ? clause.treaty === chosen : owes.includes(chosen.index) || owed.includes(chosen.index));
  const rows = picture.rows.filter(concerns).sort(inOrder);
  fill(byId("duties"),
    chosen ? only(chosen, showAll) : null,
    rows.length ? table(rows, { data, known, texts, sheet }) : el("p", { class: "quiet" }, "No clause of these kinds binds or protects it on this day."));
}

function only(chosen, showAll) {
  return el("p", { class: "only" }, `Only ${chosen.short ?? chosen.name} · `, el("button", { class: "as-link", type: "button", onclick: showAll }, "show all"));
}

/** Treaties by their foremost duty, then by name; their clauses in the order of the treaty. */
function inOrder(one, other) {
  if (one.clause.treaty === other.clause.treaty) return 0;
  const [first, second] = [one.clause.treaty, other.clause.treaty];
  return foremost(first) - foremost(second) || (first.short < second.short ? -1 : 1);
}

function foremost(treaty) {
  return Math.min(...treaty.clauses.map((clause) => clause.family));
}

function table(rows, page) {
  return el("table", { role: "table" },
    el("caption", {}, `Duties on this day (${rows.length})`),
    el("thead", { role: "rowgroup" }, el("tr", { role: "row" }, ...HEADS.map((head) => el("th", { scope: "col", role: "columnheader" }, head)))),
    el("tbody", { role: "rowgroup" }, ...rows.map((row, place) => line(row, rows[place - 1]?.clause.treaty !== row.clause.treaty, page))));
}

function line({ clause, owes, owed, since }, first, page) {
  const { data, sheet } = page;
  const both = owes.length > 0 && same(owes, owed);
  const cell = (head, content, more = {}) => el("td", { role: "cell", "data-head": head, ...more }, ...[content].flat());
  const sides = both
    ? [cell("Each owes the other", people(owes, page), { colspan: 2, class: "both" })]
    : [cell("Owes it to", people(owes, page)), cell("Is owed it by", people(owed, page))];
  return el("tr", { role: "row", class: first ? "first" : null, "data-treaty": clause.treaty.id, "data-article": clause.article, "data-obligation": clause.position,
    "data-duty": clause.duty, "data-owes": ids(owes, data), "data-owed": ids(owed, data), "data-since": String(since) },
  cell("Treaty", first ? sheet.named("treaty", clause.treaty.id, clause.treaty.short) : el("span", { class: "unseen" }, clause.treaty.short)),
  cell("Article", articleName(clause.article)),
  cell("Duty", [el("span", { class: `swatch family-${clause.family}` }), dutyInWords(clause.duty), inWords(clause, page)]),
  ...sides,
  cell("Since", sinceOf(clause.treaty, since) ?? "not dated"));
}

/** When and what, in the words of the sheet; they are unpacked after first paint. */
function inWords({ treaty, article, position }, { known, texts }) {
  const found = texts?.[treaty.index].articles.find((each) => each.number === article && each.known <= known);
  if (!found) return null;
  const [trigger, response, conditions] = found.duties[position - 1];
  const limits = conditions.length ? ` (${conditions.join("; ")})` : "";
  return el("span", { class: "when" }, `${dutyWords(trigger, response)}${limits}`);
}

function ids(actors, data) {
  return actors.map((actor) => data.actors[actor].id).sort().join(" ");
}

function people(actors, page) {
  const { data } = page;
  const sorted = [...actors].sort((one, other) => (data.actors[one].name < data.actors[other].name ? -1 : 1));
  const named = sorted.flatMap((actor, i) => [i ? ", " : "", page.sheet.named("party", data.actors[actor].id, short(data.actors[actor].name))]);
  if (actors.length <= MOST_NAMED) return named.length ? named : "–";
  return el("details", {}, el("summary", {}, `${actors.length} parties`), ...named);
}
