// Lists of facts beside a story, and what ends a page: doubts and sources.

import { el } from "./dom.js";
import { sources } from "./evidence.js";

/** Name and value, one a line; what is empty is left out. */
export function facts(rows) {
  return el("dl", { class: "facts-list" }, ...rows.filter(([, value]) => value !== null && value !== "" && value.length !== 0)
    .flatMap(([name, value]) => [el("dt", {}, name), el("dd", {}, ...(Array.isArray(value) ? value : [value]))]));
}

/** Items with commas between them. */
export function inLine(items) {
  return items.flatMap((item, i) => (i ? [", ", item] : [item]));
}

/** What is in doubt, as the data say it today. */
export function doubts(texts, known, data) {
  if (!texts.doubts.length || known < data.edition) return [];
  return [el("h2", {}, "What is in doubt"), el("ul", { class: "doubts" }, ...texts.doubts.map((doubt) => el("li", {}, doubt)))];
}

/** The sources that were there on the day of knowledge. */
export function allSources(texts, known) {
  const keys = Object.keys(texts.sources).filter((key) => texts.sources[key][3] === null || texts.sources[key][3] <= known);
  return keys.length ? [el("h2", {}, `Sources (${keys.length})`), sources(keys, texts, known)] : [];
}
