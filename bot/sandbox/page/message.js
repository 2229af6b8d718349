/** One message: drawn once, then only what changed in it. */

import { avatar } from '/page/avatar.js';
import { drawBlocks } from '/page/blocks.js';
import { fill, flash, h, icon } from '/page/dom.js';
import { emojiOrName } from '/page/emoji.js';
import { mrkdwn } from '/page/mrkdwn.js';
import { tools } from '/page/tools.js';
import { act, here, look, nameOf, redraw, state } from '/page/state.js';

const SHORT = 520;
const LINES = 9;
const unfolded = new Set();

const clock = new Intl.DateTimeFormat([], { hour: '2-digit', minute: '2-digit' });
const calendar = new Intl.DateTimeFormat([], { weekday: 'long', day: 'numeric', month: 'long' });
const full = new Intl.DateTimeFormat([], { dateStyle: 'full', timeStyle: 'medium' });

/** When a message was posted. */
export const dateOf = (ts) => new Date(Number(ts) * 1000);
const timeOf = (ts) => clock.format(dateOf(ts));

/** The day of a message, as a divider shows it. */
export const dayOf = (ts) => {
  const day = dateOf(ts);
  return day.toDateString() === new Date().toDateString() ? 'Today' : calendar.format(day);
};

const PARTS = ['only', 'head', 'text', 'blocks', 'files', 'reactions', 'replies'];

/** An empty message with a place for each of its parts. */
export function makeMessage({ message }) {
  const parts = PARTS.map((part) => h('div', { class: part }));
  const beside = h('div', { class: 'left' });
  return h('li', { class: 'message', 'data-ts': message.ts }, beside, h('div', { class: 'body' }, parts));
}

/** Brings a message up to date; what reads differently glows. `entry` says how it stands in its list. */
export function updateMessage(node, entry) {
  const { message, compact, replies, pane } = entry;
  const [left, body] = node.children;
  const part = Object.fromEntries(PARTS.map((name, place) => [name, body.children[place]]));
  node.classList.toggle('compact', Boolean(compact));
  node.classList.toggle('whisper', Boolean(message.only_for));
  node.classList.toggle('open', pane === 'channel' && here.thread === message.ts);
  fill(left, [compact, message.user, message.name], () => (compact ? [time(message)]
    : [avatar(message.user, message.name)]));
  fill(part.only, message.only_for, () => (message.only_for ? [icon('lock'), 'Only visible to you'] : []));
  fill(part.head, [compact, message.name, message.edited], () => head(message, compact));
  const shown = message.blocks?.length ? '' : message.text;
  const open = unfolded.has(message.ts);
  if (fill(part.text, [shown, message.deleted, open, here.person], () => text(message, shown, open))) {
    if (node.dataset.said !== message.text) flash(node);
  }
  node.dataset.said = message.text;
  drawBlocks(part.blocks, message.deleted ? [] : message.blocks ?? [], (block, element, chosen) => act('press', {
    channel: here.channel, ts: message.ts, block_id: block.dataset.block, action_id: element.action_id, ...chosen,
  }));
  fill(part.files, message.files, () => message.files.map(file));
  fill(part.reactions, [message.reactions, here.person], () => reactions(message));
  fill(part.replies, [replies, pane], () => (replies?.length && pane === 'channel' ? [threadButton(message, replies)] : []));
  drawTools(node, message, pane);
}

/** The tools come once; a whisper and a deleted message have none. */
function drawTools(node, message, pane) {
  const there = node.querySelector(':scope > .tools');
  if (message.only_for || message.deleted || message.notice) there?.remove();
  else if (!there) node.append(tools(message.ts, pane));
}

const time = (message) => h('time', { datetime: dateOf(message.ts).toISOString(), title: full.format(dateOf(message.ts)) },
  timeOf(message.ts));

function head(message, compact) {
  if (compact) return [h('span', { class: 'unseen' }, message.name)];
  return [
    h('b', {}, message.name),
    message.bot ? h('span', { class: 'badge' }, 'APP') : null,
    time(message),
    message.edited ? h('span', { class: 'edited' }, '(edited)') : null,
  ];
}

function text(message, shown, open) {
  if (message.deleted) return [h('i', { class: 'gone' }, 'This message was deleted.')];
  if (message.notice) return [h('span', { class: 'gone' }, mrkdwn(shown.replace(/^<@\w+> /, '')))];
  const cut = cutOf(shown);
  if (cut === shown.length) return [h('div', { class: 'mrkdwn' }, mrkdwn(shown))];
  const turn = () => {
    if (open) unfolded.delete(message.ts);
    else unfolded.add(message.ts);
    redraw();
  };
  return [
    h('div', { class: open ? 'mrkdwn' : 'mrkdwn folded' }, mrkdwn(open ? shown : shown.slice(0, cut))),
    h('button', { type: 'button', class: 'link', 'aria-expanded': String(open), onclick: turn },
      open ? 'Show less' : 'Show more'),
  ];
}

/** Where a long text is folded: between two words, and never inside angle brackets. */
function cutOf(shown) {
  const lines = shown.split('\n');
  const most = Math.min(SHORT, lines.slice(0, LINES).join('\n').length);
  if (shown.length <= most * 1.3) return shown.length;
  const head = shown.slice(0, most);
  const bracket = head.lastIndexOf('<') > head.lastIndexOf('>') ? head.lastIndexOf('<') : most;
  return Math.max(head.slice(0, bracket).search(/\s\S*$/), 1);
}

const size = (bytes) => (bytes < 1024 ? `${bytes} bytes` : bytes < 1024 ** 2 ? `${Math.round(bytes / 1024)} kB`
  : `${(bytes / 1024 ** 2).toFixed(1)} MB`);

const file = (one) => h('a', { class: 'file', href: one.url, target: '_blank', rel: 'noopener' },
  icon('file'), h('span', {}, h('b', {}, one.name), h('small', {}, size(one.size))));

function reactions(message) {
  return message.reactions.filter(({ users }) => users.length).map(({ name, users }) => {
    const mine = users.includes(here.person);
    return h('button', {
      type: 'button',
      class: mine ? 'reaction mine' : 'reaction',
      'aria-pressed': String(mine),
      title: `${users.map(nameOf).join(', ')} reacted with :${name}:`,
      onclick: () => act('react', { channel: here.channel, ts: message.ts, name }),
    }, emojiOrName(name), h('span', {}, users.length));
  });
}

function threadButton(message, replies) {
  const users = [...new Set(replies.map(({ user }) => user))].slice(0, 4);
  return h('button', { type: 'button', class: 'thread-link', onclick: () => look({ thread: message.ts }) },
    h('span', { class: 'faces' }, users.map((user) => avatar(user, nameOf(user)))),
    h('b', {}, replies.length === 1 ? '1 reply' : `${replies.length} replies`),
    h('small', {}, `Last at ${timeOf(replies.at(-1).ts)}`));
}
