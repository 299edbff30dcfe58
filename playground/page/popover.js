// Things that float: menus, lists, calendars. Beside their anchor on a desktop, a sheet from below on a phone.
import { h, isPhone, trapTab } from "./dom.js";

// A press ends in one of these; what waited for the other must not be left behind.
const RELEASES = ["pointerup", "pointercancel"];

let open = null;

function place(box, anchor) {
  const rect = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = box;
  const below = rect.bottom + 4 + height <= innerHeight - 8;
  const top = below || rect.top < height + 12 ? rect.bottom + 4 : rect.top - height - 4;
  box.style.left = `${Math.max(8, Math.min(rect.left, innerWidth - width - 8))}px`;
  box.style.top = `${Math.max(8, Math.min(top, innerHeight - height - 8))}px`;
}

/** Close whatever floats; `refocus` gives the focus back to what opened it. */
export function closePopover(refocus = false) {
  if (!open) return;
  const { layer, anchor, onClose, watcher } = open;
  open = null;
  watcher.disconnect();
  layer.remove();
  anchor.setAttribute("aria-expanded", "false");
  onClose?.();
  if (refocus) anchor.focus();
}

/** True while something floats: Escape then belongs to it. */
export function popoverOpen() {
  return open !== null;
}

function onKey(event, box) {
  if (event.key === "Escape") {
    event.preventDefault();
    event.stopPropagation();
    closePopover(true);
  } else trapTab(event, box);
}

/**
 * Float `content` at `anchor`. A modal window lies in the browser's top layer, so what floats from
 * inside one must live inside it too.
 */
export function openPopover(anchor, content, { label, role = "dialog", wide = false, onClose } = {}) {
  closePopover();
  const box = h(
    "div",
    { class: `popover${wide ? " wide" : ""}`, role, "aria-label": label || null },
    content,
  );
  const sheet = isPhone();
  const layer = h("div", { class: `popover-layer${sheet ? " as-sheet" : ""}` }, box);
  layer.addEventListener("pointerdown", (event) => event.target === layer && closePopover(true));
  box.addEventListener("keydown", (event) => onKey(event, box));
  (anchor.closest("dialog") || document.body).append(layer);
  anchor.setAttribute("aria-expanded", "true");
  box.style.setProperty("--anchor-width", `${anchor.offsetWidth}px`);
  // A list fills after it has opened, and chips move its anchor: it is placed anew whenever a size changes.
  // Never under a finger: a press that begins on "Done" must end on it.
  let pressed = false;
  const settle = () => sheet || pressed || place(box, anchor);
  const release = () => {
    pressed = false;
    for (const end of RELEASES) window.removeEventListener(end, release);
    // The click is dispatched after the pointer's release, on what lay under it then.
    requestAnimationFrame(() => layer.isConnected && settle());
  };
  box.addEventListener("pointerdown", () => {
    pressed = true;
    for (const end of RELEASES) window.addEventListener(end, release);
  });
  const watcher = new ResizeObserver(settle);
  watcher.observe(box);
  watcher.observe(anchor);
  open = { layer, anchor, onClose, watcher };
  if (!sheet) place(box, anchor);
  return box;
}
