// Lanes over one axis of time: a label, and a track of spans. What does not fit is not written.

import { shareOf } from "./axis.js";
import { iso, long, newYear, yearOf } from "./days.js";
import { el, fill } from "./dom.js";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const ROOM = 9;

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

/** The labels of the axis: years, then months where there is room; none touches another. */
export function axisLabels(element, bends) {
  const width = element.clientWidth;
  const taken = [];
  const labels = candidates(bends).flatMap(({ day, text, year }) => {
    const x = shareOf(day, bends) * width;
    const half = text.length * 3.7 + 2;
    const at = x < half ? x : x > width - half ? x - 2 * half : x - half;
    const [left, right] = [at - ROOM / 2, at + 2 * half + ROOM / 2];
    if (taken.some(([from, to]) => left < to && right > from)) return [];
    taken.push([left, right]);
    const made = el("span", { class: year ? "year" : "month" }, text);
    made.style.left = `${(x / width) * 100}%`;
    if (x < half) made.classList.add("first");
    if (x > width - half) made.classList.add("last");
    return [made];
  });
  fill(element, ...labels);
}

/** Days worth a label, the foremost first: between the margins of the axis, where years may be squeezed, and both its ends. */
function candidates(bends) {
  const [first, last] = [bends[0][0], bends.at(-1)[0]];
  const from = squeezed(bends[0], bends[1], bends) ? bends[1][0] : first;
  const to = squeezed(bends.at(-2), bends.at(-1), bends) ? bends.at(-2)[0] : last;
  const ends = [{ day: first, text: String(yearOf(first)), year: true }, { day: last, text: String(yearOf(last)), year: true }];
  if (from >= to) return ends;
  const years = range(yearOf(from) + 1, yearOf(to)).map((year) => ({ day: newYear(year), text: String(year), year }));
  const round = (step) => years.filter(({ year }) => year % step === 0);
  const ordered = years.length > 12 ? [...round(50), ...round(10), ...round(5), ...years] : years;
  const months = years.length > 25 ? [] : range(yearOf(from), yearOf(to)).flatMap((year) => MONTHS.map((text, month) => ({ day: monthStart(year, month), text })));
  const inner = months.filter(({ day }, i) => i % 12 && day > from && day < to);
  const start = from > first ? [{ day: from, text: `${MONTHS[monthOf(from)]} ${yearOf(from)}`, year: true }] : [];
  return [...ends, ...start, ...ordered, ...inner.filter((_, i) => i % 3 === 2), ...inner];
}

/** Whether a stretch at the side of the axis is drawn to a scale far smaller than all that lies between the sides. */
function squeezed([from, low], [to, high], bends) {
  const [start, end] = bends.length > 3 ? [bends[1], bends.at(-2)] : [bends[0], bends[1]];
  return bends.length > 2 && (to - from) / (high - low) > 4 * ((end[0] - start[0]) / (end[1] - start[1]));
}

function monthOf(day) {
  return Number(iso(day).slice(5, 7)) - 1;
}

function monthStart(year, month) {
  const days = [31, newYear(year + 1) - newYear(year) - 337, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  return newYear(year) + days.slice(0, month).reduce((sum, length) => sum + length, 0);
}

function range(from, to) {
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, i) => from + i);
}
