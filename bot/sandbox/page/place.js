/** What can be done to a channel: the app brought in or removed, the channel archived. */

import { fill, h, iconButton } from '/page/dom.js';
import { openMenu } from '/page/menu.js';
import { act, channelOf, here, state } from '/page/state.js';

/** The button with a channel's menu; the app's own channel has none. */
export function drawPlace(node, channel) {
  fill(node, [channel.id, Boolean(channel.only_for)], () => (channel.only_for ? [] : [button()]));
}

function button() {
  const node = iconButton('more', 'This channel', () => openMenu(node, 'This channel', choices()),
    { 'aria-haspopup': 'menu' });
  return node;
}

function choices() {
  const channel = channelOf(here.channel);
  const at = { channel: channel.id };
  const app = state.bot.name;
  return [
    channel.invited
      ? { label: `Remove ${app} from this channel`, chosen: () => act('remove', at) }
      : { label: `Add ${app} to this channel`, chosen: () => act('invite', at) },
    channel.archived
      ? { label: 'Bring this channel back', chosen: () => act('archive', { ...at, on: false }) }
      : { label: 'Archive this channel', grave: true, chosen: () => act('archive', at) },
  ];
}

/** Why nobody can write in a channel, or "" where they can. */
export const closedChannel = (channel) => (channel.archived ? 'This channel is archived: nobody writes here any more.' : '');

/** The same for a thread. */
export function closedThread(channel, thread) {
  return closedChannel(channel) || (channel.locked.includes(thread) ? 'This thread is locked: nobody replies here any more.' : '');
}

/** The line that says that the app hears nothing here, with the way to bring it in. */
export function drawAbsence(node, channel) {
  const away = !channel.invited && !channel.archived;
  fill(node, [away, channel.id], () => (away ? [
    h('span', {}, `${state.bot.name} is not in this channel.`),
    h('button', { type: 'button', class: 'link', onclick: () => act('invite', { channel: channel.id }) }, 'Add it'),
  ] : []));
}
