// Elements made of text: what comes from the data never becomes markup.

/** An element; attributes with value null or false are left out, `onclick` and its like are listeners. */
export function el(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value !== null && value !== false && value !== undefined) made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}

/** An element of a drawing, likewise. */
export function svg(tag, attributes = {}, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children.filter((child) => child !== ""));
  return made;
}

/** Put these children in the place of all others. */
export function fill(element, ...children) {
  element.replaceChildren(...children.filter((child) => child !== null && child !== undefined && child !== ""));
}

/** A link to a page of the web; anything else is its text. */
export function link(url, text) {
  const web = typeof url === "string" && /^https?:\/\//i.test(url);
  return web ? el("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, text) : el("span", {}, text);
}

/** A link to a thing of this page, which `choose` shows without leaving the view. */
export function chooser(kind, id, text, choose) {
  const follow = (event) => {
    event.preventDefault();
    choose({ kind, id });
  };
  return el("a", { href: `#see=${kind}.${id}`, onclick: follow }, text);
}

export function byId(id) {
  return document.getElementById(id);
}
