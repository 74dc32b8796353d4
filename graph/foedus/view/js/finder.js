// The search of a site: goes to the page of what is found. The names are a script that its pages share.
// A page that stands alone has neither.

import { entry, Search } from "./search.js";

const RANKS = ["party", "treaty", "case"];

/** Wire the search; `days()` is what the address says of the two days, to be kept. */
export function finder(days = () => "") {
  if (!window.foedusNames) return;
  const root = document.querySelector(".site-nav a").href; // the front page stands at the root of the site
  const all = window.foedusNames.map(([kind, id, name, others, path]) => ({ ...entry(kind, kind, id, name, [...others, id], RANKS.indexOf(kind)), path }));
  new Search(all, ({ path }) => location.assign(new URL(`${path}${days()}`, root)));
}
