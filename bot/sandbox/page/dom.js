/** Elements and icons; what comes from outside enters as text or as an attribute, never as markup. */

const SVG = 'http://www.w3.org/2000/svg';
const FOCUSABLE = 'a[href], button, input, select, textarea, summary, [tabindex]';

/** An element: `on…` facts are listeners, the others attributes; null and false leave one out. */
export function h(tag, facts = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(facts)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? '' : String(value));
  }
  node.append(...children.flat().filter((child) => child || child === 0));
  return node;
}

/** One of the symbols in index.html; with a label it speaks for itself. */
export function icon(name, label = '') {
  const svg = document.createElementNS(SVG, 'svg');
  const use = document.createElementNS(SVG, 'use');
  use.setAttribute('href', `#${name}`);
  svg.setAttribute('class', 'icon');
  if (label) {
    svg.setAttribute('role', 'img');
    svg.setAttribute('aria-label', label);
  } else svg.setAttribute('aria-hidden', 'true');
  svg.append(use);
  return svg;
}

/** A button that shows only an icon. */
export function iconButton(name, label, onclick, facts = {}) {
  return h('button', { type: 'button', class: 'quiet', 'aria-label': label, title: label, onclick, ...facts },
    icon(name));
}

/** The address, if it is one that a click may open. */
export function safeAddress(url) {
  try {
    const { protocol, href } = new URL(url, location.href);
    return ['http:', 'https:', 'mailto:'].includes(protocol) ? href : null;
  } catch {
    return null;
  }
}

const shapes = new WeakMap();

/** Fills `node` again if `facts` differ from those it was drawn from; keeps the focus where it was. */
export function fill(node, facts, build) {
  const shape = JSON.stringify(facts);
  const before = shapes.get(node);
  if (before === shape) return false;
  shapes.set(node, shape);
  keepFocus(node, () => node.replaceChildren(...build().filter(Boolean)));
  return before !== undefined;
}

/** Runs `change`; if that took away the focused element, its successor in the same place gets the focus. */
export function keepFocus(node, change) {
  const held = node.contains(document.activeElement) ? document.activeElement : null;
  const place = held ? [...node.querySelectorAll(FOCUSABLE)].indexOf(held) : -1;
  change();
  if (held && !held.isConnected) node.querySelectorAll(FOCUSABLE)[Math.max(place, 0)]?.focus({ preventScroll: true });
}

/** One child of `parent` per entry, known again by its key: made once, then updated in place. */
export function reconcile(parent, entries, make, update) {
  const known = new Map([...parent.children].map((child) => [child.dataset.key, child]));
  let next = parent.firstElementChild;
  for (const entry of entries) {
    let node = known.get(entry.key);
    if (!node) {
      node = make(entry);
      node.dataset.key = entry.key;
    }
    known.delete(entry.key);
    if (node === next) next = next.nextElementSibling;
    else parent.insertBefore(node, next);
    update(node, entry);
  }
  for (const gone of known.values()) gone.remove();
}

/** Lets an element glow once, softly. */
export function flash(node) {
  node.classList.remove('changed');
  requestAnimationFrame(() => node.classList.add('changed'));
}
