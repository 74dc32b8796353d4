// The front page of a site: what is active on the day of the data.

import { block, decode } from "./data.js";
import { long } from "./days.js";
import { byId, el, fill } from "./dom.js";
import { dutyInWords, FAMILIES } from "./duties.js";
import { finder } from "./finder.js";
import { frontMap } from "./frontmap.js";
import { entryWords } from "./lists.js";
import { numbered } from "./picture.js";
import { activeCases } from "./rows.js";
import { theme } from "./theme.js";
import { clauseNoun, numberInWords, split } from "./words.js";

const EVERY = new Set(FAMILIES.map((family) => family.key));

function heading(data, rows) {
  const [number, on] = [rows.length, data.edition];
  fill(byId("sentence"), `On ${long(on)} `, el("em", {}, `${numberInWords(number)} ${clauseNoun(EVERY, number)}`), ` ${number < 2 ? "is" : "are"} active.`);
  fill(byId("split"), `${split(rows)}${number ? "." : ""}`);
}

function group(rows, data) {
  const items = rows.map((row) => el("li", {}, el("a", { class: "entry", href: data.links.case[row.case.id] ?? null, "data-case": row.case.id }, ...entryWords(row, data, data.edition))));
  return el("section", {},
    el("h2", {}, el("span", { class: `swatch family-${rows[0].case.family}` }), dutyInWords(rows[0].case.duty)),
    el("ol", { class: "active" }, ...items));
}

const data = decode(block("data"));
const found = activeCases(data, data.edition, data.edition);
const families = FAMILIES.map((_, place) => numbered(found.filter((row) => row.case.family === place)));
const rows = families.flat().map((row, place) => ({ ...row, number: place + 1 }));
const duties = Map.groupBy(rows, (row) => row.case.duty);
heading(data, rows);
fill(byId("active"), ...[...duties.values()].map((of) => group(of, data)));
frontMap(data, rows);
finder();
theme(() => {});
window.foedus = { data, rows };
document.documentElement.dataset.ready = "yes";
