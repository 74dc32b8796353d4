// The families of duty: five chips, and one for what none of them names.

export const FAMILIES = [
  { key: "defend", chip: "Defend", clause: "defence", duties: ["defense"] },
  { key: "attack", chip: "Join in attack", clause: "offence", duties: ["offense"] },
  { key: "help", chip: "Help and bases", clause: "assistance", duties: ["assistance", "basing"] },
  { key: "consult", chip: "Consult", clause: "consultation", duties: ["consultation"] },
  { key: "out", chip: "Keep out", clause: "neutrality", duties: ["neutrality", "nonaggression", "non-adverse-alignment"] },
  { key: "other", chip: "Other", clause: "other", duties: ["right-of-self-defence", null], about: "the right of self-defence, and cases under no named duty" },
];

const PLACE = new Map(FAMILIES.flatMap((family, place) => family.duties.map((duty) => [duty, place])));

/** The family of a duty, by its place: the first is the foremost. */
export function familyOf(duty) {
  return PLACE.get(duty);
}

/** The keys of the families that a kind of duty, or `any`, stands for. */
export function keysOf(duty) {
  if (duty === "any") return FAMILIES.map((family) => family.key);
  const place = PLACE.get(duty);
  return place === undefined ? [] : [FAMILIES[place].key];
}

/** The keys that an address names, in the order of the families: `any` is all, what it says wrongly is none. */
export function keysSaid(text) {
  const asked = text.split(".");
  return FAMILIES.map((family) => family.key).filter((key) => asked.includes(key) || asked.includes("any"));
}

const WORDS = {
  defense: "Defence", offense: "Joining in attack", neutrality: "Neutrality", nonaggression: "Non-aggression",
  consultation: "Consultation", assistance: "Assistance", basing: "Bases and transit",
  "non-adverse-alignment": "No alliance against each other", "right-of-self-defence": "Right of self-defence",
};

/** A duty as a reader calls it. */
export function dutyInWords(duty) {
  return WORDS[duty] ?? "No duty named";
}
