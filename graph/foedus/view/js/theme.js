// Light, dark, or as the system says; printed always light.

import { byId } from "./dom.js";

/** Wire the button; `changed` is called whenever the colours change. */
export function theme(changed) {
  const root = document.documentElement;
  const system = window.matchMedia("(prefers-color-scheme: dark)");
  const dark = () => (root.dataset.theme ? root.dataset.theme === "dark" : system.matches);
  const name = () => {
    byId("theme").setAttribute("aria-label", dark() ? "Light colours" : "Dark colours");
    changed();
  };
  let before = "";
  byId("theme").addEventListener("click", () => {
    root.dataset.theme = dark() ? "light" : "dark";
    name();
  });
  system.addEventListener("change", name);
  window.addEventListener("beforeprint", () => {
    before = root.dataset.theme ?? "";
    root.dataset.theme = "light";
    root.classList.add("printing");
    changed();
  });
  window.addEventListener("afterprint", () => {
    if (before) root.dataset.theme = before;
    else delete root.dataset.theme;
    root.classList.remove("printing");
    changed();
  });
}
