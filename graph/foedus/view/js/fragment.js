// The address says the view, so that a link reproduces it.

let later = 0;

/** Write the fragment that `make` gives; not at each step of a drag, which browsers limit, nor over one that came meanwhile. */
export function remember(make) {
  clearTimeout(later);
  const before = location.hash;
  later = setTimeout(() => {
    if (location.hash !== before) return;
    const fragment = make();
    try {
      if (fragment !== location.hash) history.replaceState(null, "", fragment);
    } catch {
      // A frame of a notebook has no address of its own.
    }
  }, 120);
}

/** Let the browser's way back lead to the view as it is now; the next one takes an entry of its own. */
export function step() {
  try {
    history.pushState(null, "", location.href);
  } catch {
    // Likewise.
  }
}

/** The parts of a fragment. */
export function partsOf(fragment) {
  return new URLSearchParams(fragment.replace(/^#/, ""));
}
