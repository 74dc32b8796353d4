// What is behind a case: events, who asserts and who disputes, sources. What K does not know is left out.

import { long, written } from "./days.js";
import { el, link } from "./dom.js";
import { dutyInWords } from "./duties.js";
import { lastEvidence, listed } from "./words.js";

/** Summaries are told with what is known today: said where the day of knowledge is an earlier one. */
export function hindsight(known, data) {
  return known < data.edition ? el("p", { class: "quiet hindsight" }, "Summaries were written later and may name what came after.") : null;
}

/** The chain of events of a case, the newest first, those after the day folded away. */
export function chain(texts, row, view, known, data) {
  const events = texts.cases[row.case.place].events.filter((event) => event.known <= known).toReversed();
  const begun = events.filter((event) => event.first <= view.on);
  const later = events.filter((event) => event.first > view.on);
  return [
    el("h3", {}, "What happened"),
    events.length ? hindsight(known, data) : null,
    begun.length ? timeline(begun, texts, known, data) : el("p", { class: "quiet" }, "Nothing known that had begun by this day."),
    later.length
      ? el("details", {}, el("summary", {}, `${later.length} after this day`), timeline(later, texts, known, data))
      : null,
  ];
}

function timeline(events, texts, known, data) {
  return el("ol", { class: "chain" }, ...events.map((event) => one(event, texts, known, data)));
}

function one(event, texts, known, data) {
  const end = event.end && event.endKnown <= known ? ` – ${written(event.end)}` : "";
  const positions = event.positions.filter((position) => position[4] <= known);
  return el("li", {},
    el("p", { class: "event-head" }, el("strong", {}, `${written(event.date)}${end}`), " ", el("span", { class: "tag" }, event.kind)),
    el("p", {}, event.summary),
    positions.length ? el("ul", { class: "positions" }, ...positions.map((each) => position(each, data))) : null,
    event.remark ? el("p", { class: "quiet" }, event.remark) : null,
    sources(event.sources, texts, known));
}

const SAID = { asserts: "asserted", disputes: "disputed" };

/** Somebody's word on an event: an item of a list; without its stance where the list says it. */
export function position([stance, claimant, speaksFor, date, , occasion, statement], data, said = true) {
  const states = speaksFor.map((id) => data.byId.actor.get(id)?.name ?? id);
  const whom = states.length && !states.includes(claimant) ? ` for ${listed(states)}` : "";
  const when = [occasion, date && written(date)].filter(Boolean).join(", ");
  return el("li", { class: stance },
    el("strong", {}, claimant), whom, said ? " " : null, said ? el("span", { class: "stance" }, SAID[stance]) : null,
    statement ? `: ${statement}` : "", when ? el("span", { class: "quiet" }, ` (${when})`) : null);
}

/** Sources as links; what is dated after K is marked. */
export function sources(keys, texts, known) {
  if (!keys.length) return el("p", { class: "sources quiet" }, "not sourced");
  const each = keys.map((key) => {
    const [publisher, title, date, last, url] = texts.sources[key];
    const later = last !== null && last > known;
    const made = link(url, publisher);
    made.setAttribute("title", title);
    return el("span", { class: "source" }, made, date ? ` ${written(date)}` : "", later ? el("span", { class: "later" }, " published later") : null);
  });
  return el("p", { class: "sources" }, ...each.flatMap((item, i) => (i ? [" · ", item] : [item])));
}

/** The articles of a case or treaty, each with its duties in words; `whose(clause)` says between whom, where it is needed. */
export function articles(texts, treaty, known, wanted, whose = () => "") {
  return texts.articles
    .filter((article) => article.known <= known && (!wanted || wanted.includes(article.number)))
    .map((article) => {
      const duties = treaty.clauses.filter((clause) => clause.article === article.number);
      return el("section", { class: "article" },
        el("p", {}, el("strong", {}, `${articleName(article.number)}. `), article.summary ?? ""),
        article.quote ? el("blockquote", {}, `“${article.quote}”`) : null,
        ...duties.map((clause, place) => duty(clause, article.duties[place], whose(clause))));
    });
}

function duty(clause, [trigger, response, conditions, scope], whose) {
  const limits = [whose, scope && `where: ${scope}`, conditions.length && `conditions: ${conditions.join("; ")}`].filter(Boolean);
  return el("p", { class: "duty" },
    el("span", { class: `swatch family-${clause.family}` }), el("strong", {}, dutyInWords(clause.duty)), `: ${dutyWords(trigger, response)}`,
    limits.length ? el("span", { class: "quiet" }, ` (${limits.join("; ")})`) : null);
}

/** 'armed attack → military aid'; of a duty without a trigger ('none: standing') how it stands. */
export function dutyWords(trigger, response) {
  return `${trigger.replace(/^none( stated)?: /, "")} → ${response}`;
}

/** 'Article 4'; a label stands as it is. */
export function articleName(number) {
  if (number === "whole") return "The whole treaty";
  return /^(\d|[IVXLC]+\b)/.test(number) ? `Article ${number}` : number.charAt(0).toUpperCase() + number.slice(1);
}

/** When the case was opened and what is the newest evidence. */
export function dates(state, view) {
  const opened = state.opened ? `opened ${written(state.opened)}` : "not opened";
  return el("p", { class: "age" }, [opened, lastEvidence(state, view.on)].filter(Boolean).join(" · "));
}

/** Ratifications and other acts, as known, folded away. */
export function acts(texts, known, data) {
  const seen = texts.acts.filter((act) => act[2] <= known);
  if (!seen.length) return null;
  const items = seen.map(([kind, date, , party, body, note, votes]) => {
    const whose = party ? ` by ${data.byId.actor.get(party)?.name ?? party}` : "";
    const how = [body, votes && `${votes[0]} for, ${votes[1]} against${votes[2] === null ? "" : `, ${votes[2]} abstained`}`, note];
    return el("li", {}, el("strong", {}, written(date)), ` ${kind.replaceAll("-", " ")}${whose}`,
      el("span", { class: "quiet" }, how.some(Boolean) ? ` (${how.filter(Boolean).join("; ")})` : ""));
  });
  return el("details", {}, el("summary", {}, `${seen.length} legal act${seen.length === 1 ? "" : "s"}`), el("ul", { class: "ties" }, ...items));
}

/** What is recorded of a treaty's life, as known. */
export function life(texts, known) {
  const facts = [
    `${texts.kind}, signed ${written(texts.signed[0])}${texts.signed[1] ? ` at ${texts.signed[1]}` : ""}`,
    texts.inForce && texts.inForceKnown <= known ? `in force ${written(texts.inForce)}` : null,
    texts.ended && texts.endKnown <= known ? `${texts.ended[1]} ${written(texts.ended[0])}` : null,
    texts.known > texts.signedDay ? `public from ${long(texts.known)}` : null,
  ];
  return el("p", { class: "quiet" }, facts.filter(Boolean).join(" · "));
}
