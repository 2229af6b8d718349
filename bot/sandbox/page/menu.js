/** Menus and other small things that float above the page until somebody looks elsewhere. */

import { h } from '/page/dom.js';

const EDGE = 8;

/** Shows `node` beside `anchor`, above everything, until a click elsewhere or Escape. */
export function float(anchor, node) {
  node.popover = 'auto';
  (anchor.closest('dialog') ?? document.body).append(node);
  node.addEventListener('toggle', ({ newState }) => newState === 'closed' && node.remove());
  const at = anchor.getBoundingClientRect();
  node.showPopover();
  const { width, height } = node.getBoundingClientRect();
  const below = at.bottom + 4 + height <= innerHeight - EDGE;
  const top = below ? at.bottom + 4 : at.top - height - 4;
  const left = at.left + width <= innerWidth - EDGE ? at.left : at.right - width;
  node.style.top = `${Math.max(EDGE, Math.min(top, innerHeight - height - EDGE))}px`;
  node.style.left = `${Math.max(EDGE, Math.min(left, innerWidth - width - EDGE))}px`;
}

/**
 * A menu at `anchor`.
 * @param {{label: Node|string|Array, chosen: function(): void, checked?: boolean, grave?: boolean,
 *   heading?: boolean}[]} choices
 */
export function openMenu(anchor, label, choices) {
  const menu = h('div', { class: 'menu', role: 'menu', 'aria-label': label });
  const close = (chosen) => {
    menu.hidePopover();
    if (document.activeElement === document.body) anchor.focus();
    chosen();
  };
  menu.append(...choices.map((choice) => {
    if (choice.heading) return h('div', { class: 'heading', role: 'presentation' }, choice.label);
    return h('button', {
      type: 'button',
      class: choice.grave ? 'grave' : null,
      role: choice.checked === undefined ? 'menuitem' : 'menuitemradio',
      'aria-checked': choice.checked === undefined ? null : String(choice.checked),
      onclick: () => close(choice.chosen),
    }, choice.label);
  }));
  menu.addEventListener('keydown', walk);
  float(anchor, menu);
  (menu.querySelector('[aria-checked="true"]') ?? menu.querySelector('button'))?.focus();
}

/** Arrow keys, Home and End walk through the menu; Tab leaves it. */
function walk(event) {
  const buttons = [...event.currentTarget.querySelectorAll('button')];
  const at = buttons.indexOf(document.activeElement);
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
  if (event.key === 'Tab') event.currentTarget.hidePopover();
  if (to === undefined) return;
  event.preventDefault();
  buttons.at(to % buttons.length).focus();
}
