// The address says the view, so that a link reproduces it.

let later = 0;

/** Write the fragment that `make` gives; not at each step of a drag, which browsers limit. */
export function remember(make) {
  clearTimeout(later);
  later = setTimeout(() => {
    const fragment = make();
    try {
      if (fragment !== location.hash) history.replaceState(null, "", fragment);
    } catch {
      // A frame of a notebook has no address of its own.
    }
  }, 120);
}

/** The parts of a fragment. */
export function partsOf(fragment) {
  return new URLSearchParams(fragment.replace(/^#/, ""));
}
