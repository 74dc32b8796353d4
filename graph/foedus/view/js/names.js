// Names as a map has room for them.

/** Without the bracket at the end, as in 'Serbia (to 1918)'. */
export function short(name) {
  return name.replace(/ \([^)]*\)$/, "");
}
