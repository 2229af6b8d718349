/** The page: draws what the server says, and again whenever that changes. */

import { drawComposer, makeComposer } from '/page/composer.js';
import { fill, h } from '/page/dom.js';
import { drawHome } from '/page/home.js';
import { drawList, entriesOf, toEnd } from '/page/list.js';
import { drawModals } from '/page/modal.js';
import { plain } from '/page/mrkdwn.js';
import { closedChannel, closedThread, drawAbsence, drawPlace } from '/page/place.js';
import { drawSidebar, showSidebar } from '/page/sidebar.js';
import { channelOf, follow, here, isReply, look, messagesOf, nameOf, refresh, watch } from '/page/state.js';

const WAIT = 40;
const panes = { channel: document.querySelector('#channel'), thread: document.querySelector('#thread') };
const said = document.querySelector('#said');
const latest = new Map();

const titleOf = (channel) => (channel.only_for ? channel.name : `#${channel.name}`);

function drawChannel() {
  const channel = channelOf(here.channel);
  if (!channel) return;
  const all = messagesOf(here.channel);
  const replies = (message) => all.filter((reply) => isReply(reply) && reply.thread_ts === message.ts && !reply.deleted
    && !reply.only_for);
  const shown = all.filter((message) => !isReply(message) && (!message.deleted || replies(message).length));
  fill(panes.channel.querySelector('h1'), titleOf(channel), () => [titleOf(channel)]);
  fill(panes.channel.querySelector('.topic'), channel.topic, () => plain(channel.topic));
  panes.channel.classList.toggle('bare', !shown.length);
  drawList(panes.channel.querySelector('ol'), `${here.channel} ${here.person}`, entriesOf(shown, 'channel', replies));
  drawHome(channel);
  drawPlace(panes.channel.querySelector('.place'), channel);
  drawAbsence(panes.channel.querySelector('.absence'), channel);
  drawComposer('channel', `Message ${titleOf(channel)}`, closedChannel(channel));
  document.title = `${titleOf(channel)} · Copychief sandbox`;
}

function drawThread() {
  const all = messagesOf(here.channel);
  const root = all.find((message) => message.ts === here.thread);
  panes.thread.hidden = !root;
  document.body.classList.toggle('with-thread', Boolean(root));
  if (!root) return;
  const replies = all.filter((message) => isReply(message) && message.thread_ts === root.ts && !message.deleted);
  const [first, ...others] = entriesOf([root, ...replies], 'thread', () => [], { days: false });
  const count = { key: 'count', divider: replies.length === 1 ? '1 reply' : `${replies.length} replies` };
  const entries = [first, ...(replies.length ? [count] : []), ...others];
  if (others[0]) others[0].compact = false;
  fill(panes.thread.querySelector('.topic'), root.name, () => [`started by ${root.name}`]);
  drawList(panes.thread.querySelector('ol'), `${here.thread} ${here.person}`, entries, { startAtTop: true });
  drawComposer('thread', 'Reply…', closedThread(channelOf(here.channel), root.ts));
}

/** Tells those who listen what arrived since the last look. */
function tellNews() {
  const newest = messagesOf(here.channel).filter((message) => !message.deleted);
  const before = latest.get(here.channel) ?? Infinity;
  const news = newest.filter(({ ts, user }) => Number(ts) > before && user !== here.person);
  if (news.length) {
    said.replaceChildren(...news.map(({ user, text }) => h('p', {}, `${nameOf(user)}: ${text.slice(0, 300)}`)));
  }
  latest.set(here.channel, Number(newest.at(-1)?.ts ?? 0));
}

function closeThread() {
  const root = here.thread;
  look({ thread: '' });
  panes.channel.querySelector(`[data-ts="${CSS.escape(root)}"] .thread-link`)?.focus();
}

/** Hears of every change; several that come at once are one fetch. */
function listen() {
  let waiting = 0;
  const events = new EventSource('/sandbox/events');
  const away = document.querySelector('#away');
  events.onopen = () => {
    away.hidden = true;
    refresh();
  };
  events.onerror = () => {
    away.hidden = false;
  };
  events.onmessage = () => {
    waiting ||= setTimeout(() => {
      waiting = 0;
      refresh();
    }, WAIT);
  };
}

for (const pane of Object.values(panes)) {
  pane.querySelector('.newest').addEventListener('click', () => {
    toEnd(pane.querySelector('.scroll'));
    pane.classList.remove('below');
  });
  pane.querySelector('.scroll').addEventListener('scroll', ({ target }) => {
    if (target.scrollHeight - target.scrollTop - target.clientHeight < WAIT) pane.classList.remove('below');
  });
}
makeComposer(panes.channel, () => ({ channel: here.channel }));
makeComposer(panes.thread, () => ({ channel: here.channel, thread: here.thread }));
document.querySelector('#close-thread').addEventListener('click', closeThread);
document.querySelector('#open-sidebar').addEventListener('click', () => showSidebar(true));
document.querySelector('#shade').addEventListener('click', () => showSidebar(false));
panes.thread.addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !event.defaultPrevented) closeThread();
});
document.querySelector('#sidebar').addEventListener('keydown', (event) => event.key === 'Escape' && showSidebar(false));
addEventListener('hashchange', follow);
[drawSidebar, drawChannel, drawThread, drawModals, tellNews].forEach(watch);
refresh();
listen();
