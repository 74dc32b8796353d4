// The page of one party: duties as graph and table, cases, recognition, on any day as known on any other.

import { chips } from "./controls.js";
import { block, decode } from "./data.js";
import { byId } from "./dom.js";
import { FAMILIES, keysSaid } from "./duties.js";
import { dutyTable } from "./dutytable.js";
import { identity } from "./identity.js";
import { listActive } from "./lists.js";
import { names, ownPicture } from "./own.js";
import { ownDays, ownOverTime } from "./owntime.js";
import { ownWords } from "./ownwords.js";
import { recognition } from "./recognition.js";
import { Record } from "./record.js";
import { Sheet } from "./sheet.js";
import { Strip } from "./strip.js";
import { Wheel } from "./wheel.js";

const EVERY = FAMILIES.map((family) => family.key);

class Party {
  constructor() {
    this.data = decode(block("data"));
    this.own = this.data.byId.actor.get(this.data.about.party).index;
    this.duties = new Set(EVERY);
    const { clauses, cases } = this.data;
    this.ever = new Set([...clauses.filter((each) => names({ obligors: each.owedBy, beneficiaries: each.owedTo }, this.own)), ...cases.filter((each) => names(each, this.own))].map((each) => each.family));
    this.selected = null;
    document.documentElement.classList.toggle("no-treaty", this.data.treaties.length === 0);
    this.wheel = new Wheel(this.data, (selected) => this.choose(selected));
    this.record = new Record(this.data, this.own);
    this.strip = new Strip(this.stripData(), (change) => this.sheet.update(change), (data, shows, known) => ownOverTime(data, this.own, shows, known));
    this.sheet = new Sheet(this.data, {
      show: (view, known, texts, sheet) => this.show(view, known, texts, sheet),
      days: (known) => ownDays(this.data, this.own, known),
      firstDay: this.data.firstDay,
      themed: () => this.wheel.themed(),
      say: (parts) => this.say(parts),
      read: (parts) => this.read(parts),
    });
  }

  /** The strip counts what names the party alone. */
  stripData() {
    const { data, own } = this;
    return {
      ...data,
      clauses: data.clauses.filter((clause) => clause.owedBy.includes(own) || clause.owedTo.includes(own)),
      events: data.events.filter((event) => names(event.case, own)),
    };
  }

  show(days, known, texts, sheet) {
    const { data, own } = this;
    const view = { ...days, duties: this.duties, selected: this.selected };
    this.picture = ownPicture(data, own, view, known);
    ownWords(data, view, this.picture, known, sheet);
    chips(view, this.picture, (key) => this.toggle(key), (place) => this.ever.has(place));
    this.wheel.show(this.picture, view);
    this.strip.show(view, known);
    byId("active-part").hidden = this.picture.active.length === 0;
    listActive(data, view, this.picture, (selected) => this.choose(selected));
    dutyTable(data, view, this.picture, known, texts, sheet, () => this.choose(null));
    this.record.show(view, this.picture, known, texts, sheet);
    recognition(data, view, known, sheet);
    identity(data, own, known, sheet);
  }

  toggle(key) {
    if (!this.duties.delete(key)) this.duties.add(key);
    this.sheet.update({});
  }

  /** Raise a treaty or a partner; a case is opened where its record stands. */
  choose(selected) {
    if (selected?.kind === "case") this.record.open(selected.id);
    else this.selected = selected?.id === this.data.about.party ? null : selected;
    this.sheet.update({});
    if (selected?.kind === "case") this.record.jump(selected.id);
  }

  say(parts) {
    if (this.duties.size < EVERY.length) parts.set("duty", [...this.duties].sort().join(".") || "none");
    if (this.selected) parts.set("see", `${this.selected.kind}.${this.selected.id}`);
  }

  read(parts) {
    this.duties = new Set(parts.has("duty") ? keysSaid(parts.get("duty")) : EVERY);
    const [kind, ...id] = (parts.get("see") ?? "").split(".");
    const known = ["actor", "treaty"].includes(kind) && this.data.byId[kind].has(id.join("."));
    this.selected = known ? { kind, id: id.join(".") } : null;
  }
}

window.foedus = new Party();
document.documentElement.dataset.ready = "yes";
performance.mark("usable");
