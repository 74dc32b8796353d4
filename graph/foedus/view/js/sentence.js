// The headline: made anew at each step, and what splits 'active' beneath it.

import { asKnown } from "./clock.js";
import { long } from "./days.js";
import { byId, el, fill } from "./dom.js";
import { inText } from "./names.js";
import { clauseNoun, numberInWords, split } from "./words.js";

/** Write the two lines. `other` is how many the other clock knows, or null; `switched` turns to it. */
export function sentence(data, view, picture, known, other, switched) {
  const number = picture.active.length;
  const noun = clauseNoun(view.duties, number);
  const of = picture.party === null ? "" : ` of ${inText(data.actors[picture.party].name)}`;
  const present = view.on === data.edition;
  const verb = number < 2 ? (present ? "is" : "was") : present ? "are" : "were";
  const outcome = view.outcome ? `, of outcome ‘${view.outcome.replace("-", " ")}’` : "";
  fill(
    byId("sentence"),
    `On ${long(view.on)} `, el("em", {}, `${numberInWords(number)} ${noun}`), `${of} ${verb} active${outcome}${asKnown(view, known)}.`,
  );
  fill(byId("split"), `${secondLine(data, picture, present)} `, switchTo(view, other, switched));
}

function secondLine(data, picture, present) {
  const inForce = picture.rows.length;
  const states = new Set([...picture.actors].filter((actor) => /state$/.test(data.actors[actor].kind)));
  const among = inForce ? `, among ${states.size} state${states.size === 1 ? "" : "s"}` : "";
  const verb = present ? (inForce === 1 ? "is" : "are") : inForce === 1 ? "was" : "were";
  const parts = picture.active.length ? `${split(picture.active)}. ` : "";
  return `${parts}${inForce || "None"} ${verb} in force${among}.`;
}

function switchTo(view, other, switched) {
  if (other === null) return null;
  const number = other === 0 ? "none" : numberInWords(other);
  const text = view.clock === "today" ? `The public of that day knew of ${number}` : `Today we know of ${number}`;
  return el("button", { class: "as-link", type: "button", onclick: switched }, text);
}
