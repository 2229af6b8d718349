/** A list of messages: grouped by writer and day, and where it is scrolled to. */

import { h, reconcile } from '/page/dom.js';
import { dateOf, dayOf, makeMessage, updateMessage } from '/page/message.js';

const TOGETHER = 5 * 60 * 1000;
const NEAR = 80;

/** Entries for the list: messages with dividers between them. */
export function entriesOf(messages, pane, repliesTo, { days = true } = {}) {
  const entries = [];
  let before = null;
  for (const message of messages) {
    const day = dayOf(message.ts);
    const turned = days && (!before || dayOf(before.ts) !== day);
    if (turned) entries.push({ key: `day ${day}`, divider: day });
    const compact = !turned && before && !message.only_for && !before.only_for && before.user === message.user
      && dateOf(message.ts) - dateOf(before.ts) < TOGETHER;
    entries.push({ key: message.ts, message, pane, compact: Boolean(compact), replies: repliesTo(message) });
    before = message;
  }
  return entries;
}

const make = (entry) => (entry.message ? makeMessage(entry) : h('li', { class: 'day' }, h('span', {})));

function update(node, entry) {
  if (entry.message) updateMessage(node, entry);
  else node.firstElementChild.textContent = entry.divider;
}

/**
 * Draws the entries; a list that stood at its end stays there, one that was scrolled up does not move.
 * @param {string} place what the list shows: at a new place it starts at its end, or at its top
 */
export function drawList(list, place, entries, { startAtTop = false } = {}) {
  const scroll = list.parentElement;
  const moved = list.dataset.place !== place;
  const atEnd = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < NEAR;
  if (moved) list.replaceChildren();
  list.dataset.place = place;
  const last = list.lastElementChild?.dataset.key;
  reconcile(list, entries, make, update);
  const fresh = list.lastElementChild?.dataset.key !== last;
  if (moved) scroll.scrollTop = startAtTop ? 0 : scroll.scrollHeight;
  else if (atEnd) toEnd(scroll);
  scroll.parentElement.classList.toggle('below', !moved && !atEnd && (fresh
    || scroll.parentElement.classList.contains('below')));
}

/** Scrolls to the newest message. */
export function toEnd(scroll) {
  scroll.scrollTop = scroll.scrollHeight;
}
