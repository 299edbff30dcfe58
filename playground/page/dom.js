// The page's only way to make elements. Data reaches the page as text nodes and attributes,
// never as markup, so nothing a person or the bot writes can run here.

const SVG = "http://www.w3.org/2000/svg";
let serial = 0;

/** A fresh id for label/for and aria-describedby pairs. */
export function uid(prefix = "x") {
  serial += 1;
  return `${prefix}-${serial}`;
}

function setProp(node, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name === "class") node.setAttribute("class", value);
  else if (name === "data") Object.assign(node.dataset, value);
  else if (name === "on") for (const [type, fn] of Object.entries(value)) node.addEventListener(type, fn);
  else if (name === "value") node.value = value;
  else if (name === "checked") node.checked = Boolean(value);
  else if (name === "style") for (const [key, v] of Object.entries(value)) node.style.setProperty(key, v);
  else node.setAttribute(name, value === true ? "" : String(value));
}

/** One element with its properties, listeners (`on`) and children (strings become text). */
export function h(tag, props, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props || {})) setProp(node, name, value);
  put(node, children);
  return node;
}

/** The same for SVG, which lives in another namespace. */
export function svg(tag, attributes, ...children) {
  const node = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes || {})) node.setAttribute(name, String(value));
  node.append(...children);
  return node;
}

/** Append children, flattening lists and skipping what is absent. */
export function put(node, children) {
  for (const child of children.flat(Infinity)) {
    if (child === null || child === undefined || child === false || child === "") continue;
    node.append(child instanceof Node ? child : document.createTextNode(String(child)));
  }
  return node;
}

/** Replace all children. */
export function fill(node, ...children) {
  node.replaceChildren();
  return put(node, children);
}

/**
 * Bring `parent`'s children in line with `items` while keeping every node whose signature did
 * not change: what a person is typing in, has focus in or has scrolled stays as it is.
 * `build(item, old)` gets the outdated node and may patch and return it.
 */
export function patchList(parent, items, { key, sign, build }) {
  const old = new Map([...parent.children].map((node) => [node.dataset.key, node]));
  let cursor = parent.firstElementChild;
  for (const item of items) {
    const id = String(key(item));
    const signature = sign(item);
    let node = old.get(id);
    old.delete(id);
    if (!node || node.fnSign !== signature) {
      const fresh = build(item, node);
      fresh.dataset.key = id;
      fresh.fnSign = signature;
      if (node && node !== fresh) {
        if (node === cursor) cursor = node.nextElementSibling;
        node.remove();
      }
      node = fresh;
    }
    if (node === cursor) cursor = cursor.nextElementSibling;
    else parent.insertBefore(node, cursor);
  }
  for (const node of old.values()) node.remove();
}

/** Everything in `root` that Tab would reach, in order. */
export function focusables(root) {
  const wanted = "a[href],button,input,textarea,select,[tabindex]";
  return [...root.querySelectorAll(wanted)].filter(
    (node) => !node.disabled && node.tabIndex >= 0 && node.getClientRects().length > 0,
  );
}

/** Keep Tab inside `root` (windows and sheets). */
export function trapTab(event, root) {
  if (event.key !== "Tab") return;
  const list = focusables(root);
  if (!list.length) return;
  const edge = event.shiftKey ? list[0] : list[list.length - 1];
  if (document.activeElement !== edge && root.contains(document.activeElement)) return;
  event.preventDefault();
  (event.shiftKey ? list[list.length - 1] : list[0]).focus();
}

/** Run `redraw`, then give focus back to the control of the same name if its node was replaced. */
export function keepingFocus(redraw) {
  const held = document.activeElement?.closest?.("[data-fk]");
  const name = held?.dataset.fk;
  redraw();
  if (!name || document.activeElement !== document.body) return;
  const again = [...document.querySelectorAll("[data-fk]")].find((node) => node.dataset.fk === name);
  again?.focus({ preventScroll: true });
}

/** True on a phone's width; the same figure as in the style sheets. */
export function isPhone() {
  return window.matchMedia("(max-width: 760px)").matches;
}
