/** Initials on a colour that stays a person's own. */

import { h } from '/page/dom.js';
import { state } from '/page/state.js';

const COLOURS = 8;

/** The square that stands for a person; the bot's is a pilcrow. */
export function avatar(user, name) {
  if (user === state.bot.id) return h('span', { class: 'avatar bot', 'aria-hidden': 'true' }, '¶');
  const place = Math.max(state.people.findIndex(({ id }) => id === user), 0);
  const initials = name.split(/\s+/).filter(Boolean).slice(0, 2).map((word) => [...word][0]).join('');
  return h('span', { class: `avatar colour-${place % COLOURS}`, 'aria-hidden': 'true' }, initials.toUpperCase());
}
