// The controls around the map: chips, filters, date, clock, layout, theme.

import { iso, long, parse } from "./days.js";
import { byId, el, fill } from "./dom.js";
import { FAMILIES } from "./duties.js";

/** Chips, with the number of clauses in force, for the families that are `offered`. */
export function chips(view, picture, toggle, offered = () => true) {
  const buttons = FAMILIES.map((family, place) => {
    if (!offered(place)) return null;
    const pressed = view.duties.has(family.key);
    if (family.key === "other" && !pressed && !picture.counts[place] && !picture.activeCounts[place]) return null;
    const about = `${family.about ? `${family.about}: ` : ""}${picture.counts[place]} in force, ${picture.activeCounts[place]} active`;
    return el("button", { class: "chip", type: "button", "aria-pressed": String(pressed), title: about, "data-family": family.key, onclick: () => toggle(family.key) },
      el("span", { class: `swatch family-${place}` }), family.chip, " ", el("span", { class: "number" }, String(picture.counts[place])));
  });
  const focused = document.activeElement?.dataset?.family;
  fill(byId("chips"), ...buttons);
  if (focused) byId("chips").querySelector(`[data-family="${focused}"]`)?.focus();
}

/** The options of a select, kept where they are the same. */
export function options(id, all, rows, chosen) {
  const select = byId(id);
  const key = JSON.stringify([rows, chosen]);
  if (select.dataset.key === key) return;
  select.dataset.key = key;
  fill(select, el("option", { value: "" }, all), ...rows.map(([value, text]) => el("option", { value }, text)));
  select.value = chosen ?? "";
}

/** Pressed state of the buttons of a group by their `data-value`. */
export function press(group, value) {
  for (const button of byId(group).querySelectorAll("button")) {
    button.setAttribute("aria-pressed", String(button.dataset.value === value));
  }
}

/** Call back with the value of the button that was pressed. */
export function onPress(group, call) {
  byId(group).addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button) call(button.dataset.value);
  });
}

const FORM = "A day, a month or a year: 1914-08-05, 5 August 1914, August 1914, 1914";

/** A field for a date: shows it in words, takes it typed in any of the ways that `parse` knows. `taken(day)` gives the day that is shown. */
export function dateField(id, taken) {
  const input = byId(id);
  const say = (complaint) => {
    input.setAttribute("aria-invalid", String(complaint === FORM));
    input.setCustomValidity(complaint);
    if (complaint) input.reportValidity();
  };
  const accept = () => {
    if (input.value === input.dataset.iso) return; // Enter is heard before the change that it is
    const day = parse(input.value);
    const shown = day === null ? null : taken(day);
    say(day === null ? FORM : shown === day ? "" : `The nearest day that can be shown is ${long(shown)}`);
  };
  input.addEventListener("input", () => say(""));
  input.addEventListener("focus", () => {
    input.value = input.dataset.iso;
    input.select();
  });
  input.addEventListener("blur", () => {
    input.value = input.dataset.long;
    input.setCustomValidity("");
    input.removeAttribute("aria-invalid");
  });
  input.addEventListener("change", accept);
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") accept();
  });
}

export function showDate(id, day) {
  const input = byId(id);
  Object.assign(input.dataset, { iso: iso(day), long: long(day) });
  input.value = document.activeElement === input ? input.dataset.iso : input.dataset.long;
}
