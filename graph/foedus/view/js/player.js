// Playing: one step a frame along the strip, from the day shown to the day of the data.

import { dayAt, shareOf } from "./axis.js";
import { byId } from "./dom.js";

const SECONDS = 45;

export class Player {
  /** `step(day)` shows a day; `ended()` is called when it stops. */
  constructor(strip, step, ended) {
    Object.assign(this, { strip, step, ended, running: false, frames: [] });
    byId("play").addEventListener("click", () => (this.running ? this.stop() : this.start()));
  }

  start() {
    const { bends, data } = this.strip;
    this.running = true;
    this.frames = [];
    this.label();
    const now = this.strip.shownDay;
    const again = bends.length > 2 ? bends[1][0] : bends[0][0];
    let share = shareOf(now >= data.edition ? again : now, bends);
    let before = null;
    const tick = (time) => {
      if (!this.running) return;
      if (before !== null) {
        share += Math.min(time - before, 100) / 1000 / SECONDS;
        this.frames.push(time - before);
      }
      before = time;
      this.step(dayAt(Math.min(share, 1), bends));
      if (share >= 1) this.stop();
      else requestAnimationFrame(tick);
    };
    requestAnimationFrame(tick);
  }

  stop() {
    if (!this.running) return;
    this.running = false;
    this.label();
    this.ended();
  }

  label() {
    byId("play").textContent = this.running ? "❚❚" : "▶";
    byId("play").setAttribute("aria-label", this.running ? "Pause" : "Play");
  }
}
