// The chain of events, claim and counter-claim facing each other; what K does not know is left out.

import { written } from "./days.js";
import { el } from "./dom.js";
import { hindsight, position, sources } from "./evidence.js";

/** The events begun by the day, the oldest first, then those after it folded away. */
export function story(events, texts, view, known, data) {
  const begun = events.filter((event) => event.first <= view.on);
  const later = events.filter((event) => event.first > view.on);
  return [
    events.length ? hindsight(known, data) : null,
    begun.length ? chain(begun, texts, known, data) : el("p", { class: "quiet" }, events.length ? "Nothing known had begun by this day." : "No event was known."),
    later.length ? el("details", { class: "after" }, el("summary", {}, `${later.length} after this day`), chain(later, texts, known, data)) : null,
  ];
}

function chain(events, texts, known, data) {
  return el("ol", { class: "facing" }, ...events.map((event) => one(event, texts, known, data)));
}

function one(event, texts, known, data) {
  const end = event.end && event.endKnown <= known ? ` – ${written(event.end)}` : "";
  const positions = event.positions.filter((each) => each[4] <= known);
  return el("li", { "data-first": event.first },
    el("div", { class: "event" },
      el("p", { class: "event-head" }, el("strong", {}, `${written(event.date)}${end}`), " ", el("span", { class: "tag" }, event.kind)),
      el("p", {}, event.summary),
      event.remark ? el("p", { class: "quiet" }, event.remark) : null,
      sources(event.sources, texts, known)),
    side("Asserts", "asserts", positions, data),
    side("Disputes", "disputes", positions, data));
}

function side(head, stance, positions, data) {
  const of = positions.filter(([kind]) => kind === stance);
  return el("div", { class: `side ${stance}` },
    el("p", { class: "side-head" }, of.length ? head : ""),
    of.length ? el("ul", { class: "positions" }, ...of.map((each) => position(each, data, false))) : el("p", { class: "nobody" }, "nobody recorded"));
}
