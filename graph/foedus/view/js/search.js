// Search with completion over parties, their aliases, treaties and cases (the combobox of WAI-ARIA 1.2).

import { byId, el, fill } from "./dom.js";

const MOST = 9;

export class Search {
  constructor(all, choose) {
    this.input = byId("search");
    this.list = byId("found");
    this.choose = choose;
    this.found = [];
    this.place = -1;
    this.all = all;
    this.input.addEventListener("input", () => this.look());
    this.input.addEventListener("keydown", (event) => this.key(event));
    this.input.addEventListener("blur", () => this.close());
  }

  look() {
    const typed = plain(this.input.value.trim());
    this.found = typed ? best(this.all, typed) : [];
    this.place = this.found.length ? 0 : -1;
    this.render(typed);
  }

  render(typed) {
    const options = this.found.map((entry, i) =>
      el("li", { role: "option", id: `found-${i}`, "aria-selected": String(i === this.place), onpointerdown: (event) => { event.preventDefault(); this.take(i); } },
        el("span", {}, entry.name), el("span", { class: "quiet" }, entry.also(typed) ? ` ${entry.also(typed)}` : ""), el("span", { class: "kind" }, entry.word)));
    fill(this.list, ...(options.length ? options : typed ? [el("li", { class: "quiet", role: "option", "aria-disabled": "true", "aria-selected": "false" }, "nothing of that name")] : []));
    const open = Boolean(typed);
    this.list.hidden = !open;
    this.input.setAttribute("aria-expanded", String(open));
    if (this.place >= 0) this.input.setAttribute("aria-activedescendant", `found-${this.place}`);
    else this.input.removeAttribute("aria-activedescendant");
  }

  key(event) {
    const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (way && this.found.length) {
      this.place = (this.place + way + this.found.length) % this.found.length;
      this.render(plain(this.input.value.trim()));
      event.preventDefault();
    } else if (event.key === "Enter" && this.place >= 0) this.take(this.place);
    else if (event.key === "Escape") {
      this.input.value = "";
      this.close();
      event.stopPropagation();
    }
  }

  take(place) {
    const found = this.found[place];
    this.input.value = "";
    this.close();
    this.choose(found);
  }

  close() {
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }
}

/** What the map can find: parties with a tie, treaties, cases. */
export function entries(data) {
  const tied = new Set(data.nodes.filter(([kind]) => kind === "actor").map(([, of]) => of));
  const actors = data.actors.filter((actor) => tied.has(actor.index))
    .map((actor) => entry("actor", "party", actor.id, actor.name, [actor.id, ...actor.aliases], 0));
  const treaties = data.treaties.map((treaty) => entry("treaty", "treaty", treaty.id, treaty.short, [treaty.mapName, treaty.title, treaty.id], 1));
  const cases = data.cases.map((each) => entry("case", "case", each.id, each.name, [each.conflict ?? "", each.id], 2));
  return [...actors, ...treaties, ...cases];
}

/** Something to find by its name or by others; of equal matches the lower `rank` comes first. */
export function entry(kind, word, id, name, others, rank) {
  const texts = [name, ...others].map(plain);
  const also = (typed) => {
    if (texts[0].includes(typed)) return "";
    const other = others.find((text) => plain(text).includes(typed));
    return other && other !== id ? `(${other})` : "";
  };
  return { kind, word, id, name, texts, rank, also };
}

/** The best matches: a name of which a word begins so, then any place; parties before treaties before cases. */
function best(all, typed) {
  return all
    .map((each) => [Math.min(...each.texts.map((text, i) => score(text, typed) + (i ? 0.5 : 0))), each])
    .filter(([found]) => found < 9)
    .sort(([one, first], [other, second]) => one - other || first.rank - second.rank || (first.name < second.name ? -1 : 1))
    .slice(0, MOST)
    .map(([, each]) => each);
}

function score(text, typed) {
  if (text === typed) return 0;
  if (text.startsWith(typed) || text.includes(` ${typed}`)) return 1;
  return text.includes(typed) ? 2 : 9;
}

/** Without capitals and accents. */
export function plain(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
