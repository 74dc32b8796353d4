// The same rows as tables, for those who cannot see the graph.

import { written } from "./days.js";
import { byId, chooser, el, fill } from "./dom.js";
import { dutyInWords } from "./duties.js";
import { articleName } from "./evidence.js";
import { whoOwesWhom } from "./lists.js";
import { lastEvidence, sinceOf, tagsOf } from "./words.js";

/** Fill the two tables. */
export function tables(data, view, picture, choose) {
  const button = (kind, id, text) => chooser(kind, id, text, choose);
  const active = picture.active.map((row) => [
    String(row.number), button("case", row.case.id, row.case.name), button("treaty", row.case.treaty.id, row.case.treaty.short),
    row.case.articles.join(", "), dutyInWords(row.case.duty), whoOwesWhom(row, data),
    tagsOf(row.state).map(({ text }) => text).join(", "), row.state.opened ? written(row.state.opened) : "", lastEvidence(row.state, view.on).replace("last evidence ", ""),
  ]);
  const names = (list) => list.map((actor) => data.actors[actor].name).join(", ");
  const force = picture.rows.map((row) => [
    button("treaty", row.clause.treaty.id, row.clause.treaty.short), articleName(row.clause.article), dutyInWords(row.clause.duty),
    row.clause.mutual ? "mutual" : names(row.owedBy), names(row.owedTo), sinceOf(row.clause.treaty, row.since) ?? "",
  ]);
  fill(byId("tables"),
    table(`Active clauses (${active.length})`, ["No.", "Case", "Treaty", "Articles", "Duty", "Who → whom", "State", "Opened", "Last evidence"], active),
    table(`Clauses in force (${force.length})`, ["Treaty", "Article", "Duty", "Owed by", "Owed to", "Since"], force));
}

function table(caption, heads, rows) {
  return el("table", {},
    el("caption", {}, caption),
    el("thead", {}, el("tr", {}, ...heads.map((head) => el("th", { scope: "col" }, head)))),
    el("tbody", {}, ...rows.map((cells) => el("tr", {}, ...cells.map((cell) => el("td", {}, cell))))));
}
