// Lanes over one axis of time: a label, and a track of spans. What does not fit is not written.

import { shareOf } from "./axis.js";
import { iso, long, newYear, yearOf } from "./days.js";
import { el, fill } from "./dom.js";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const ROOM = 9;
const MOST_OF = 0.7;

/** A lane; its spans are {from, until, key, text}, `kind` names their colours (css/lanes.css). */
export function lane(label, spans, kind, bends, more = {}) {
  const track = el("div", { class: "track", role: "img", "aria-label": inWords(spans, bends) || "nothing known" },
    ...spans.map((span) => placed(el("span", { class: `span ${kind} is-${span.key}`, title: said(span, bends), "data-from": span.from, "data-until": span.until, "data-key": span.key }, el("span", { class: "span-text" }, span.text ?? "")), span, bends)));
  return el("div", { class: `lane ${more.class ?? ""}` }, el("span", { class: "lane-label" }, label), track, more.note ?? null);
}

/** An element from one day to another. */
export function placed(element, { from, until }, bends) {
  const left = shareOf(from, bends);
  element.style.left = `${left * 100}%`;
  element.style.width = `${(shareOf(until, bends) - left) * 100}%`;
  return element;
}

function inWords(spans, bends) {
  return spans.filter((span) => span.text).map((span) => said(span, bends)).join("; ");
}

/** 'in force from 4 December 2024'; a span that ends before the axis does says its last day too. */
function said({ from, until, text, key }, bends) {
  const start = from > bends[0][0] ? ` from ${long(from)}` : "";
  const end = until <= bends.at(-1)[0] ? ` to ${long(until - 1)}` : "";
  return `${text ?? key}${start}${end}`;
}

/** Hide the words that have no room in their span. */
export function fit(root) {
  const texts = [...root.querySelectorAll(".span-text")];
  for (const text of texts) text.hidden = false;
  const tight = texts.filter((text) => text.offsetWidth + ROOM > text.parentElement.clientWidth);
  for (const text of tight) text.hidden = true;
}

/** The labels of the axis: its ends, years, then months where there is room; none touches another. */
export function axisLabels(element, bends) {
  const width = element.clientWidth;
  const taken = [];
  const free = ({ left, right }) => !taken.some(([from, to]) => left < to && right > from);
  const labels = [];
  for (const level of levels(bends)) {
    const boxes = level.map((label) => boxOf(label, bends, width));
    const fitting = boxes.filter(free);
    if (bends.length < 4 && boxes.length > 3 && fitting.length < MOST_OF * boxes.length) continue;
    for (const box of fitting) {
      if (!free(box)) continue;
      taken.push([box.left, box.right]);
      labels.push(labelOf(box, width));
    }
  }
  const breaks = [bends.slice(0, 2), bends.slice(-2)].filter(([from, to]) => squeezed(from, to, bends));
  fill(element, ...breaks.map(([[from], [until]]) => placed(el("i", { class: "squeezed" }), { from, until }, bends)), ...labels);
}

/** Where a label would stand: about its day, at the sides within the axis. */
function boxOf(label, bends, width) {
  const x = shareOf(label.day, bends) * width;
  const half = label.text.length * 3.7 + 2;
  const at = x < half ? x : x > width - half ? x - 2 * half : x - half;
  return { ...label, x, half, left: at - ROOM / 2, right: at + 2 * half + ROOM / 2 };
}

function labelOf({ x, half, text, year }, width) {
  const side = x < half ? " first" : x > width - half ? " last" : "";
  const made = el("span", { class: `${year ? "year" : "month"}${side}` }, text);
  made.style.left = `${(x / width) * 100}%`;
  return made;
}

/** Days worth a label, the foremost first: both ends of the axis, and years and months where they are not squeezed. */
function levels(bends) {
  const [first, last] = [bends[0][0], bends.at(-1)[0]];
  const from = squeezed(bends[0], bends[1], bends) ? bends[1][0] : first;
  const to = squeezed(bends.at(-2), bends.at(-1), bends) ? bends.at(-2)[0] : last;
  const years = range(yearOf(from) + 1, yearOf(to)).map((year) => ({ day: newYear(year), text: String(year), year }));
  const few = years.length <= 25;
  const end = (day, near) => ({ day, text: few && near ? monthAndYear(day) : String(yearOf(day)), year: true });
  const ends = [end(first, from === first), end(last, to === last)];
  if (from >= to) return [ends];
  const start = from > first ? [end(from, true)] : [];
  const steps = [50, 10, 5, 2, 1].map((step) => years.filter(({ year }) => year % step === 0));
  const months = few ? range(yearOf(from), yearOf(to)).flatMap((year) => MONTHS.map((text, month) => ({ day: monthStart(year, month), text }))) : [];
  const inner = months.filter(({ day }, i) => i % 12 && day > from && day < to);
  return [ends, start, ...(few ? [years] : steps), inner.filter((_, i) => i % 3 === 2), inner];
}

function monthAndYear(day) {
  return `${MONTHS[Number(iso(day).slice(5, 7)) - 1]} ${yearOf(day)}`;
}

/** Whether a stretch at the side of the axis is drawn to a scale far smaller than all that lies between the sides. */
function squeezed([from, low], [to, high], bends) {
  const [start, end] = bends.length > 3 ? [bends[1], bends.at(-2)] : [bends[0], bends[1]];
  return bends.length > 2 && (to - from) / (high - low) > 4 * ((end[0] - start[0]) / (end[1] - start[1]));
}

function monthStart(year, month) {
  const days = [31, newYear(year + 1) - newYear(year) - 337, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return newYear(year) + days.slice(0, month).reduce((sum, length) => sum + length, 0);
}

function range(from, to) {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
}
