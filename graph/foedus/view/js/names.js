// Names as a map has room for them, and as a sentence has them.

/** Without the bracket at the end, as in 'Serbia (to 1918)'. */
export function short(name) {
  return name.replace(/ \([^)]*\)$/, "");
}

const WITH_ARTICLE = new RegExp(
  "^(United|Soviet|European Union|Holy See|Two Sicilies|Empire of|Members of|Signatories of|Coalition of)"
  + "|(Empire|Republic|Emirates|Islands|States|SFSR|State of Croatia|Netherlands|Philippines|Maldives|Seychelles|Comoros|Bahamas|Gambia)$"
  + "|^(Congo|Democratic Republic of the Congo)$",
);

/** 'the United States': a name as it stands in a sentence. */
export function inText(name) {
  const bare = short(name);
  return WITH_ARTICLE.test(bare) ? `the ${bare}` : bare;
}
