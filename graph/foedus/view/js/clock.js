// The two clocks of a page: the day shown, and the day of knowledge.

import { dateField, onPress, press, showDate } from "./controls.js";
import { iso, long, parse } from "./days.js";
import { byId } from "./dom.js";

/** The clocks at first view, as Python set them. */
export function firstDays({ edition, first: { on, known } }) {
  const day = Math.min(on ?? edition, edition);
  const asOf = known === null || known >= edition ? null : known;
  return { on: day, clock: asOf === null ? "today" : asOf === day ? "then" : "on", asOf: asOf ?? day };
}

/** The day of knowledge. */
export function knownOn(view, data) {
  if (view.clock === "today") return data.edition;
  return Math.min(view.clock === "then" ? view.on : view.asOf, data.edition);
}

/** Say the two days in the parts of a fragment. */
export function sayDays(view, parts) {
  parts.set("on", iso(view.on));
  if (view.clock !== "today") parts.set("known", view.clock === "then" ? "then" : iso(view.asOf));
}

/** The fragment that every page understands: the two days. */
export function daysOf(view) {
  const parts = new URLSearchParams();
  sayDays(view, parts);
  return `#${parts}`;
}

/** The two days that the parts of a fragment say; what they do not say, or say wrongly, is as at first. */
export function daysSaid(parts, start, data) {
  const on = clamp(parse(parts.get("on") ?? ""), data) ?? start.on;
  const known = parts.get("known");
  const said = { on, asOf: start.asOf, clock: parts.has("on") ? "today" : start.clock };
  if (known === "then") return { ...said, clock: "then" };
  const asOf = clamp(parse(known ?? ""), data);
  return asOf === null ? said : { ...said, clock: "on", asOf };
}

function clamp(day, data) {
  return day === null ? null : Math.min(Math.max(day, 1), data.edition);
}

/** Wire the controls of `time.html` to a page with a `view`, `data`, `update(change)`, `toEvent(way)` and `clamp(day)`. */
export function wireClock(page) {
  onPress("clock", (clock) => page.update({ clock, asOf: clock === "on" ? knownOn(page.view, page.data) : page.view.asOf }));
  byId("earlier").addEventListener("click", () => page.toEvent(-1));
  byId("later").addEventListener("click", () => page.toEvent(1));
  for (const [id, side] of [["date", "on"], ["known-date", "asOf"]]) {
    dateField(id, (day) => {
      page.update({ [side]: page.clamp(day) });
      return page.view[side];
    });
  }
}

/** Show both days in the controls. */
export function showClock(view, known) {
  showDate("date", view.on);
  showDate("known-date", known);
  byId("known-date").hidden = view.clock !== "on";
  press("clock", view.clock);
}

/** ', as far as was known that day': what a sentence says of the day of knowledge, where it is not today. */
export function asKnown(view, known) {
  if (view.clock === "then") return ", as far as was known that day";
  return view.clock === "on" ? `, as known on ${long(known)}` : "";
}

/** 'On 28 October 2024, as far as was known that day, ' */
export function opening(view, known) {
  const clock = asKnown(view, known);
  return `On ${long(view.on)}${clock}${clock ? "," : ""} `;
}
