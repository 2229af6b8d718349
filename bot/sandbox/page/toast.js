/** One line at the foot of the page, for what could not be done. */

import { h } from '/page/dom.js';

const SHOWN_FOR = 7000;
let shown = null;

/** Shows a line until another comes or a while has passed; above an open dialog too. */
export function toast(line) {
  shown?.remove();
  const node = h('div', { class: 'toast', role: 'alert', popover: 'manual' }, line);
  const dialogs = document.querySelectorAll('dialog[open]');
  (dialogs[dialogs.length - 1] ?? document.body).append(node);
  node.showPopover();
  shown = node;
  setTimeout(() => node.remove(), SHOWN_FOR);
}
