// The page of claims: which of them are shown, which is open. Verdicts stand on the page; none is computed here.

import { byId } from "./dom.js";
import { finder } from "./finder.js";
import { partsOf, remember } from "./fragment.js";
import { theme } from "./theme.js";

const claims = [...document.querySelectorAll(".claim")];
const chips = [...document.querySelectorAll("#filters .chip")];
const chosen = { then: null, now: null, differ: null };
let open = null;

function verdict(claim, day) {
  if (day === "differ") return claim.classList.contains("differs") ? "yes" : "no";
  return claim.querySelector(`summary [data-${day}]`).dataset[day];
}

function show() {
  for (const claim of claims) {
    claim.hidden = Object.entries(chosen).some(([day, wanted]) => wanted && verdict(claim, day) !== wanted);
  }
  for (const section of document.querySelectorAll(".source-of-claims")) section.hidden = !section.querySelector(".claim:not([hidden])");
  for (const chip of chips) chip.setAttribute("aria-pressed", String(chosen[chip.dataset.day] === chip.dataset.verdict));
  if (!chips.length) return;
  const shown = claims.filter((claim) => !claim.hidden).length;
  byId("shown").hidden = !Object.values(chosen).some(Boolean);
  byId("shown-words").textContent = `${shown} of ${claims.length} claims shown.`;
}

function fragment() {
  const parts = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...chosen, claim: open })) if (value) parts.set(name, value);
  return parts.size ? `#${parts}` : location.pathname + location.search;
}

/** Show what the address says; what it says wrongly is left out. */
function read() {
  const parts = partsOf(location.hash);
  for (const day of Object.keys(chosen)) {
    const said = parts.get(day);
    chosen[day] = chips.some((chip) => chip.dataset.day === day && chip.dataset.verdict === said && !chip.disabled) ? said : null;
  }
  show();
  const asked = claims.find((claim) => claim.dataset.claim === parts.get("claim"));
  if (!asked || asked.dataset.claim === open) return;
  open = asked.dataset.claim;
  asked.open = true;
  asked.scrollIntoView();
}

function toggled(claim) {
  if (printing) return;
  if (claim.open) open = claim.dataset.claim;
  else if (open === claim.dataset.claim) open = null;
  remember(fragment);
}

function choose(change) {
  Object.assign(chosen, change);
  show();
  remember(fragment);
}

let printing = false;
let closed = [];

function printOpen() {
  printing = true;
  closed = claims.filter((claim) => !claim.open);
  for (const claim of closed) claim.open = true;
}

function printed() {
  for (const claim of closed) claim.open = false;
  setTimeout(() => (printing = false));
}

theme(() => {});
finder();
read();
for (const chip of chips) {
  const { day, verdict: wanted } = chip.dataset;
  chip.addEventListener("click", () => choose({ [day]: chosen[day] === wanted ? null : wanted }));
}
byId("everything")?.addEventListener("click", () => choose({ then: null, now: null, differ: null }));
for (const claim of claims) claim.addEventListener("toggle", () => toggled(claim));
window.addEventListener("hashchange", read);
window.addEventListener("beforeprint", printOpen);
window.addEventListener("afterprint", printed);
Object.assign(document.documentElement.dataset, { evidence: "ready", ready: "yes" });
