// The colours of the canvas, read from the style sheet, so that each stands once.

const NAMES = [
  "paper", "sea", "land", "shore", "ink", "ink-2", "badge", "badge-ink", "halo", "dot",
  "defend", "attack", "help", "consult", "out", "other",
];

/** The tokens of the theme in force. */
export function colours() {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(NAMES.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
}

/** A colour of six hexadecimal digits with an opacity. */
export function faint(hex, opacity) {
  const value = Number.parseInt(hex.slice(1), 16);
  return `rgba(${value >> 16},${(value >> 8) & 255},${value & 255},${opacity})`;
}
