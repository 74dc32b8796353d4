// Where a case was active and its clause did not bind: what a reader must see first.

import { shareOf } from "./axis.js";
import { iso } from "./days.js";
import { el } from "./dom.js";
import { placed } from "./lanes.js";
import { overlap } from "./spans.js";
import { numberInWords } from "./words.js";

const UNBOUND = { "not-yet": "not yet in force", ended: "no longer in force", never: "never in force", suspended: "suspended" };
const ROOM = 0.5;
const DAY = "2024-10-01".length;
const SPOKEN = new Set(["statement", "request", "consultation", "invocation", "acknowledgement"]);

/** A line of words above the bands and a shade behind them, as far as is known; `openedOn(day)` is the opening as written. */
export function gap(force, activity, events, known, bends, openedOn) {
  const active = activity.filter(({ key }) => key === "active");
  const found = force.filter(({ key }) => UNBOUND[key])
    .flatMap((span) => overlap([span], active).map((each) => ({ ...each, until: Math.min(each.until, known + 1), key: span.key, open: each.until > known })))
    .filter(({ from, until }) => until - from > 1);
  if (!found.length) return { line: null, shade: null };
  return {
    line: el("div", { class: "lane gap-line" }, el("span", { class: "lane-label" }), el("div", { class: "track" }, ...found.map((each) => bracket(each, events, bends, openedOn(each.from))))),
    shade: el("div", { class: "shade" }, ...found.map((each) => placed(el("span", {}), each, bends))),
  };
}

function bracket(each, events, bends, opened) {
  const words = events.filter((event) => SPOKEN.has(event.kind) && event.first >= each.from && event.first < each.until);
  const spoken = Math.min(...words.map((event) => event.first));
  const from = opened && opened.length < DAY && opened.startsWith(iso(each.from).slice(0, opened.length)) ? "up to " : "";
  const text = `active and ${UNBOUND[each.key]} for ${from}${lasted(each.until - each.from)}`;
  const more = spoken > each.from && spoken < each.until ? `, spoken of for ${lasted(each.until - spoken)}` : "";
  const { side, room } = where(each, bends);
  const made = placed(el("span", { class: `gap ${side}`, "data-from": each.from, "data-until": each.until },
    el("span", { class: "gap-text" }, `${text}${more}${each.open ? ", as far as known" : ""}`)), each, bends);
  made.style.setProperty("--room", room);
  return made;
}

/** Words stand where there is room for them: after the bracket, before it, or above it. */
function where({ from, until }, bends) {
  const [before, after] = [shareOf(from, bends), 1 - shareOf(until, bends)];
  if (after >= ROOM) return { side: "after", room: after };
  return before >= ROOM ? { side: "before", room: before } : { side: "above", room: 1 - before };
}

/** six weeks: below two weeks in days, below three months in weeks, below two years in months, then in years. */
export function lasted(days) {
  const [number, unit] = days < 14 ? [days, "day"] : days < 92 ? [Math.round(days / 7), "week"] : days < 730 ? [Math.round(days / 30.44), "month"] : [Math.floor(days / 365.25), "year"];
  return `${numberInWords(number)} ${unit}${number === 1 ? "" : "s"}`;
}
