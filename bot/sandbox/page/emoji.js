/** The emoji that the newsroom uses, by Slack's names; the four of the bot are drawn, so that no font is needed. */

import { h, icon } from '/page/dom.js';

const DRAWN = ['memo', 'eyes', 'clipboard', 'white_check_mark', 'warning', 'question', 'x', 'hourglass'];
const SIGNS = {
  '+1': '👍', thumbsup: '👍', '-1': '👎', tada: '🎉', raised_hands: '🙌', pray: '🙏', wave: '👋', heart: '❤️',
  smile: '😄', thinking_face: '🤔', pencil2: '✏️', pencil: '📝', lock: '🔒', mag: '🔍', speech_balloon: '💬',
  newspaper: '📰', scissors: '✂️', link: '🔗', point_right: '👉', arrow_right: '➡️', fire: '🔥', rocket: '🚀',
  heavy_check_mark: '✔️', no_entry: '⛔', rotating_light: '🚨', red_circle: '🔴', information_source: 'ℹ️',
};

/** Offered where somebody reacts. */
export const OFFERED = ['memo', 'eyes', 'white_check_mark', 'clipboard', 'question', 'warning', 'x', 'hourglass'];

/** An emoji as an element, or null where the name is not known. */
export function emoji(name) {
  if (DRAWN.includes(name)) return h('span', { class: 'emoji' }, icon(name, `:${name}:`));
  if (!Object.hasOwn(SIGNS, name)) return null;
  return h('span', { class: 'emoji', role: 'img', 'aria-label': `:${name}:` }, SIGNS[name]);
}

/** An emoji, or its name between colons. */
export function emojiOrName(name) {
  return emoji(name) ?? h('span', { class: 'emoji-name' }, `:${name}:`);
}
