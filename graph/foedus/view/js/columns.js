// Claim and counter-claim on the axis: a block for each that asserts above the line, for each that disputes beneath it.

import { shareOf } from "./axis.js";
import { lastDay, long } from "./days.js";
import { el } from "./dom.js";
import { placed } from "./lanes.js";

const CROWD = 14;

/** The lane of events known on a day, those after the day shown faint. */
export function columns(events, view, known, bends) {
  const days = [...Map.groupBy(events, (event) => event.first)].map(([day, of]) => ({ day, of, asserts: count(of, "asserts", known), disputes: count(of, "disputes", known) }));
  const up = Math.max(2, ...days.map(({ asserts }) => asserts));
  const down = Math.max(1, ...days.map(({ disputes }) => disputes));
  const track = el("div", { class: "track claims", role: "img", "aria-label": days.map(inWords).join("; ") || "no event known" },
    ...events.flatMap((event) => lasting(event, known, bends)),
    ...days.map((each) => column(each, view, bends)));
  track.style.setProperty("--up", up);
  track.style.setProperty("--down", down);
  if (up + down > CROWD) track.style.setProperty("--block", "3px");
  return el("div", { class: "lane claims-lane" },
    el("span", { class: "lane-label" }, el("span", {}, "assert"), el("span", {}, "dispute")), track);
}

function count(events, stance, known) {
  return events.flatMap((event) => event.positions).filter(([kind, , , , day]) => kind === stance && day <= known).length;
}

function column({ day, of, asserts, disputes }, view, bends) {
  const made = el("span", { class: `column${day > view.on ? " after" : ""}`, title: inWords({ day, of, asserts, disputes }), "data-day": day },
    el("span", { class: "asserts" }, ...blocks(asserts)), el("span", { class: "point" }), el("span", { class: "disputes" }, ...blocks(disputes)));
  made.style.left = `${shareOf(day, bends) * 100}%`;
  return made;
}

function blocks(number) {
  return Array.from({ length: number }, () => el("i", {}));
}

/** How long an event lasted, or within which month or year it lies. */
function lasting(event, known, bends) {
  const end = event.end && event.endKnown <= known ? lastDay(event.end) : null;
  const until = (end ?? lastDay(event.date)) + 1;
  if (until - event.first < 2) return [];
  return [placed(el("span", { class: end ? "lasting" : "within" }), { from: event.first, until }, bends)];
}

function inWords({ day, of, asserts, disputes }) {
  const kinds = of.map((event) => event.kind.replace("-", " ")).join(", ");
  return `${long(day)}: ${kinds}; ${asserts} assert, ${disputes} dispute`;
}
