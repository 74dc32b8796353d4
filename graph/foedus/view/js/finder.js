// The search of a site: goes to the page of what is found. The names are a script that its pages share.

import { entry, Search } from "./search.js";

const RANKS = ["party", "treaty", "case"];

/** Wire the search; a name without a page is not offered. */
export function finder() {
  const all = window.foedusNames
    .filter(([, , , , href]) => href)
    .map(([kind, id, name, others, href]) => ({ ...entry(kind, kind, id, name, [...others, id], RANKS.indexOf(kind)), href }));
  return new Search(all, ({ href }) => location.assign(href));
}
