// Numbers, lists and states in words.

import { long, written, yearsBetween } from "./days.js";
import { FAMILIES } from "./duties.js";

const NUMBERS = [
  "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
  "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
];

/** four; from twenty-one on in figures. */
export function numberInWords(number) {
  return NUMBERS[number] ?? String(number);
}

/** France, Italy and Spain */
export function listed(names) {
  return names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

const INVOCATIONS = {
  performed: "performed", invoked: "invoked", requested: "asked for", consulted: "consulted on",
  none: "nobody has acted", ceased: "ceased", refused: "refused",
};

/** The order in which a reader wants the states of cases, and the split of the second line. */
export const RANKS = ["performed", "invoked", "requested", "consulted", "none", "ceased", "refused"];

/** performed, asked for, refused, … */
export function invocationInWords(invocation) {
  return INVOCATIONS[invocation];
}

const FORCES = {
  "not-yet": "not in force yet", unknown: "force unknown", suspended: "suspended", ended: "no longer in force",
  never: "never in force", provisional: "provisionally applied",
};

/** in force, not in force yet, … */
export function forceInWords(force) {
  return force === null ? null : (FORCES[force] ?? "in force");
}

const ACTIVITIES = {
  "not-opened": "not opened", active: "active", closed: "closed", unclosed: "lapsed, never formally ended", unknown: "end not known",
};

/** active, closed, lapsed, … */
export function activityInWords(activity) {
  return ACTIVITIES[activity];
}

const OPEN = 1;

/** Since when a treaty or a clause of it binds: a day, or the month or year that is all its sheet knows; null if not even that. */
export function sinceOf(treaty, day) {
  if (day === null || day <= OPEN) return null;
  const coarse = treaty.coarse.get(day);
  return coarse ? written(coarse) : long(day);
}

/** The tags of an active case: how far it went, in what force, whether it is disputed. */
export function tagsOf(state) {
  const tags = [{ text: invocationInWords(state.invocation), strong: true }];
  if (state.refusedBy.length && state.invocation !== "refused") tags.push({ text: "refused by some" });
  if (FORCES[state.force]) tags.push({ text: FORCES[state.force] });
  if (state.disputed) tags.push({ text: "disputed" });
  return tags;
}

/** 'last evidence 30 March 2022, 2 years before': its age where it is two years old or older on the day. */
export function lastEvidence(state, on) {
  if (state.lastEvidence === null) return "";
  const age = yearsBetween(state.lastEvidence, on);
  const old = age >= 2 ? `, ${age} years before` : "";
  return `last evidence ${long(state.lastEvidence)}${old}`;
}

/** What stands under every page. */
export function footing(data) {
  return `Foedus. Facts as of ${long(data.edition)}. Who says so is named beside what is said; nothing here is a ruling.`;
}

/** The noun of the sentence: 'defence clause' where one family is shown. */
export function clauseNoun(keys, number) {
  const shown = FAMILIES.filter((family) => keys.has(family.key));
  const kind = shown.length === 1 ? `${shown[0].clause} ` : "";
  return `${kind}clause${number < 2 ? "" : "s"}`;
}

/** '3 performed, 1 asked for' */
export function split(active) {
  return RANKS.map((rank) => [rank, active.filter((row) => row.state.invocation === rank).length])
    .filter(([, number]) => number)
    .map(([rank, number]) => `${number} ${rank === "none" ? "on which nobody has acted" : INVOCATIONS[rank]}`)
    .join(", ");
}
