// The force of a treaty on a day, in a sentence.

import { opening } from "./clock.js";
import { el } from "./dom.js";
import { inText } from "./names.js";
import { forceInWords, listed, numberInWords, sinceOf } from "./words.js";

const FOR = {
  "not-yet": "not yet in force for", unknown: "of unknown force for", suspended: "suspended for", ended: "no longer in force for", never: "never in force for",
};

/** The children of the headline; `parties` are {name, force} of those of whom something is known on the day. */
export function headline(parties, isKnown, view, known, data) {
  const present = view.on === data.edition;
  const day = opening(view, known);
  if (!isKnown) return [day, el("em", { class: "calm" }, `nothing ${present ? "is" : "was"} publicly known`), " of this treaty."];
  if (!parties.length) return [`${day}this treaty ${present ? "has" : "had"} `, el("em", { class: "calm" }, "not been signed"), "."];
  const bound = parties.filter(({ force }) => force.since !== null);
  const rest = Object.keys(FOR).map((status) => [status, parties.filter(({ force }) => force.status === status)])
    .filter(([, of]) => of.length)
    .map(([status, of]) => `${FOR[status]} ${some(of)}`);
  return [
    `${day}this treaty `, el("em", { class: bound.length ? null : "calm" }, `${present ? "binds" : "bound"} ${bound.length ? some(bound, "parties") : "nobody"}`),
    rest.length ? `: ${rest.join("; ")}` : "", ".",
  ];
}

/** Up to three names, else how many. */
function some(parties, noun = "") {
  return parties.length <= 3 ? listed(parties.map(({ name }) => inText(name))) : `${numberInWords(parties.length)} ${noun}`.trim();
}

/** 'since 4 April 1949'; 'not in force yet' */
export function forceSince(force, treaty) {
  const since = sinceOf(treaty, force.since);
  return since ? `since ${since}` : forceInWords(force.status);
}
