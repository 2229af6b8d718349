/** Block Kit's rich text: paragraphs, lists, quotes and what runs in them. */

import { h } from '/page/dom.js';
import { emojiOrName } from '/page/emoji.js';
import { link, mention } from '/page/mrkdwn.js';
import { channelOf, groupHandle, here, nameOf } from '/page/state.js';

const MARKS = { bold: 'b', italic: 'i', strike: 's', code: 'code' };

const RUNS = {
  text: ({ text }) => text,
  link: ({ url, text }) => link(url, text),
  user: ({ user_id: user }) => mention(`@${nameOf(user)}`, user === here.person),
  usergroup: ({ usergroup_id: group }) => mention(groupHandle(group)),
  channel: ({ channel_id: channel }) => mention(`#${channelOf(channel)?.name ?? channel}`),
  broadcast: ({ range }) => mention(`@${range}`),
  emoji: ({ name }) => emojiOrName(name),
  date: ({ timestamp, fallback }) => fallback ?? new Date(timestamp * 1000).toLocaleString(),
};

function run(element) {
  const node = RUNS[element.type]?.(element) ?? '';
  return Object.entries(MARKS).reduce(
    (inner, [mark, tag]) => (element.style?.[mark] ? h(tag, {}, inner) : inner), node);
}

const runs = (element) => element.elements.map(run);

const PARTS = {
  rich_text_section: (part) => h('div', {}, runs(part)),
  rich_text_quote: (part) => h('blockquote', {}, runs(part)),
  rich_text_preformatted: (part) => h('pre', {}, runs(part)),
  rich_text_list: (part) => h(part.style === 'ordered' ? 'ol' : 'ul', { class: `indent-${part.indent ?? 0}` },
    part.elements.map((line) => h('li', {}, runs(line)))),
};

/** A rich_text block. */
export function richText(block) {
  return h('div', { class: 'rich mrkdwn' }, block.elements.map((part) => PARTS[part.type]?.(part)));
}
