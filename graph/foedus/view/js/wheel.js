// The drawing of one party's graph: the renderer of the map, on places of its own, without pan or zoom.

import { byId } from "./dom.js";
import { Painter } from "./painter.js";
import { under } from "./pointer.js";
import { Stage } from "./stage.js";

const NARROW = window.matchMedia("(max-width: 760px)");

export class Wheel {
  constructor(data, choose) {
    this.data = data;
    this.map = byId("map");
    this.painter = new Painter(data);
    this.fit();
    this.stage = new Stage(this.map, JSON.parse(byId("drawing").textContent), this.painter);
    this.stage.still();
    this.homes = data.nodes.map((_, id) => ({ x: this.stage.node(id).x, y: this.stage.node(id).y }));
    this.stage.on("click", ({ pointer }) => choose(under(pointer.DOM, this.painter, this.stage, data)));
    this.stage.on("resize", () => this.arrange());
    this.map.addEventListener("pointermove", (event) => this.hover(event));
    this.map.addEventListener("pointerleave", () => this.tip(null));
    NARROW.addEventListener("change", () => {
      this.fit();
      this.arrange();
    });
    byId("legend").open = !NARROW.matches;
  }

  /** The height that the graph needs, by how many it has room for. */
  fit() {
    const [desk, phone] = this.data.about.frames;
    this.frame = NARROW.matches ? phone : desk;
    this.map.style.height = `${this.frame[1]}px`;
  }

  arrange() {
    const [width, height] = this.frame;
    this.data.nodes.forEach(([, , x, y], id) => this.stage.place(id, NARROW.matches ? { x, y } : this.homes[id]));
    this.stage.frame([-width / 2, -height / 2, width / 2, height / 2]);
    this.painter.baseScale = this.stage.scale;
    this.stage.redraw();
  }

  /** The colours are others, or the page has the size of paper. */
  themed() {
    this.painter.theme();
    this.stage.redraw();
    this.arrange();
  }

  show(picture, view) {
    this.painter.take(picture, { ...view, layout: "network" });
    this.stage.show([...picture.lines.keys()]);
    this.arrange();
    this.map.setAttribute("aria-label", `Graph, in words in the table below. ${byId("sentence").textContent}`);
  }

  hover(event) {
    const { left, top } = this.map.getBoundingClientRect();
    const at = { x: event.clientX - left, y: event.clientY - top };
    const over = under(at, this.painter, this.stage, this.data);
    this.map.classList.toggle("over", over !== null);
    this.tip(over, at);
  }

  tip(over, at) {
    const tip = byId("tip");
    tip.hidden = over === null;
    if (!over) return;
    const item = this.data.byId[over.kind].get(over.id);
    tip.textContent = over.kind === "treaty" ? item.short : item.name;
    tip.style.transform = `translate(${Math.min(at.x + 14, this.stage.width - tip.offsetWidth - 4)}px, ${at.y + 16}px)`;
  }
}
