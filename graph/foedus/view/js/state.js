// What the reader has chosen, and the fragment of the address that says it again.

import { daysSaid, firstDays, sayDays } from "./clock.js";
import { keysOf, keysSaid } from "./duties.js";
import { partsOf } from "./fragment.js";

/** The state at first view, as Python set it. */
export function initial(data, narrow) {
  const { party, duty } = data.first;
  return {
    ...firstDays(data), duties: new Set(keysOf(duty)), selected: null, party: party ?? null,
    outcome: null, frame: narrow ? "europe" : "world", layout: "map", table: false,
  };
}

/** The state as a fragment, what is at its first value left out. */
export function toFragment(view, start) {
  const parts = new URLSearchParams();
  sayDays(view, parts);
  const duties = [...view.duties].sort().join(".");
  if (duties !== [...start.duties].sort().join(".")) parts.set("duty", duties || "none");
  if (view.selected) parts.set("see", `${view.selected.kind}.${view.selected.id}`);
  for (const key of ["party", "outcome"]) if (view[key]) parts.set(key, view[key]);
  for (const key of ["frame", "layout"]) if (view[key] !== start[key]) parts.set(key, view[key]);
  if (view.table) parts.set("table", "1");
  return `#${parts}`;
}

/** The state that a fragment says; what it does not say, or says wrongly, is as at first. */
export function fromFragment(fragment, start, data) {
  const parts = partsOf(fragment);
  const view = { ...start, ...daysSaid(parts, start, data), duties: new Set(start.duties) };
  if (parts.has("duty")) view.duties = new Set(keysSaid(parts.get("duty")));
  view.selected = selection(parts.get("see"), data);
  view.party = data.byId.actor.has(parts.get("party")) ? parts.get("party") : parts.has("on") ? null : start.party;
  view.outcome = parts.get("outcome");
  if (["world", "europe", "active"].includes(parts.get("frame"))) view.frame = parts.get("frame");
  if (["map", "network"].includes(parts.get("layout"))) view.layout = parts.get("layout");
  view.table = parts.get("table") === "1";
  return view;
}

function selection(text, data) {
  const [kind, ...id] = (text ?? "").split(".");
  return Object.hasOwn(data.byId, kind) && data.byId[kind].has(id.join(".")) ? { kind, id: id.join(".") } : null;
}
