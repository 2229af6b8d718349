/** What the server last said, where this window looks, and the one way to do something. */

import { toast } from '/page/toast.js';

/**
 * @typedef {{ts: string, user: string, name: string, bot: boolean, text: string, blocks: Object[]|null,
 *   files: {id: string, name: string, size: number, url: string}[], thread_ts: string|null,
 *   reactions: {name: string, users: string[]}[], edited: boolean, deleted: boolean,
 *   only_for: string|null}} Message
 */

/** The server's state; replaced whole. */
export let state = null;

/** Where this window looks, and as whom. */
export const here = { person: '', channel: '', thread: '', tab: 'messages' };

const watchers = [];
let fetching = null;
let next = null;

/** Calls `draw` after every change. */
export function watch(draw) {
  watchers.push(draw);
}

/** Draws everything again from what is known. */
export function redraw() {
  if (state) for (const draw of watchers) draw();
}

/** The address of a channel, or of a thread in it. */
export const addressOf = (channel, thread) => `#${encodeURIComponent(channel.name)}${thread ? `/${thread}` : ''}`;

/** Looks elsewhere: another person, channel or thread; the address keeps both. */
export function look(at) {
  if (at.channel && at.channel !== here.channel && at.thread === undefined) here.thread = '';
  if (at.thread) here.tab = 'messages';
  Object.assign(here, at);
  settle();
  const channel = channelOf(here.channel);
  const place = `?${new URLSearchParams({ as: nameOf(here.person) })}`;
  history.replaceState(null, '', channel ? place + addressOf(channel, here.thread) : place);
  redraw();
}

/** Fetches the state and draws it; calls that come meanwhile become one more fetch. */
export function refresh() {
  if (fetching) {
    next ??= fetching.then(() => {
      next = null;
      return refresh();
    });
    return next;
  }
  fetching = load().finally(() => {
    fetching = null;
  });
  return fetching;
}

async function load() {
  const fresh = await fetchState();
  if (!fresh) return;
  state = fresh;
  settle();
  redraw();
}

/** The server's state; null where it cannot be reached, as the line at the top of the page says. */
async function fetchState() {
  try {
    const answer = await fetch('/sandbox/state', { cache: 'no-store' });
    return await answer.json();
  } catch {
    return null;
  }
}

/** Makes sure that the person and the channel looked at exist. */
function settle() {
  const [name, thread] = location.hash.slice(1).split('/');
  if (!state.people.some(({ id }) => id === here.person)) {
    const wanted = new URLSearchParams(location.search).get('as');
    here.person = (state.people.find((person) => person.name === wanted) ?? state.people[0])?.id ?? '';
  }
  const open = channels();
  if (!open.some(({ id }) => id === here.channel)) {
    const named = open.find((channel) => encodeURIComponent(channel.name) === name);
    here.channel = (named ?? open[0])?.id ?? '';
    here.thread = named && thread ? thread : '';
  }
}

/** Goes where the address points, after somebody changed it. */
export function follow() {
  here.channel = '';
  settle();
  redraw();
}

/** Does something as the person; tells them in one line when it cannot be done, and gives null then. */
export async function act(verb, facts = {}) {
  try {
    const answer = await fetch('/sandbox/act', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ person: here.person, verb, ...facts }),
    });
    const said = await answer.json();
    refresh();
    if (said.ok) return said;
    toast(said.line ?? 'The sandbox could not do that.');
  } catch {
    toast('The sandbox does not answer. Is it still running in the terminal?');
  }
  return null;
}

/** The channels that the person sees; a direct message is a channel that only one person sees. */
export const channels = () => state.channels.filter(({ only_for: only, private: closed, members }) => (
  only ? only === here.person : !closed || members.includes(here.person)));

/** The handles of the groups that a person is in. */
export const groupsOf = (user) => state.groups.filter(({ members }) => members.includes(user)).map(({ handle }) => `@${handle}`);

/** A user group's handle. */
export const groupHandle = (id) => `@${state.groups.find((group) => group.id === id)?.handle ?? id}`;

export const channelOf = (id) => state?.channels.find((channel) => channel.id === id);

/** The name of a person or of the bot. */
export function nameOf(user) {
  if (user === state.bot.id) return state.bot.name;
  return state.people.find(({ id }) => id === user)?.name ?? user;
}

/** What is typed after an @ to mention somebody. */
export const handleOf = (user) => nameOf(user).toLowerCase().replaceAll(' ', '.');

export const isReply = (message) => Boolean(message.thread_ts) && message.thread_ts !== message.ts;

/** The messages of a channel that the person may see. */
export function messagesOf(channel) {
  const all = state.messages[channel] ?? [];
  return all.filter(({ only_for: only }) => !only || only === here.person);
}

/** A message of the channel looked at, as it is now. */
export function messageAt(ts) {
  return messagesOf(here.channel).find((message) => message.ts === ts);
}
