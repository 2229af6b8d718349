/** Block Kit's elements: what a person presses, chooses or fills in. */

import { channelSelect, conversationSelect, externalSelect, peopleSelect, staticSelect, ticks } from '/page/choosers.js';
import { confirmed } from '/page/confirm.js';
import { h, icon, safeAddress } from '/page/dom.js';
import { field, files } from '/page/fields.js';
import { openMenu } from '/page/menu.js';
import { textOf } from '/page/mrkdwn.js';

/**
 * An element of Block Kit, drawn.
 * @param {Object} element as the bot sent it
 * @param {{label?: string, press: function(Object): Promise, suggest: function(string): Promise<Object[]>,
 *   quiet?: boolean}} around what it is called, what a press does, what the app offers for what is typed, and
 *   whether a mere change stays unsaid (inputs of a modal)
 */
export function drawElement(element, around) {
  const draw = KINDS[element.type];
  if (!draw) return h('span', { class: 'undrawn' }, `(${element.type}: not drawn here)`);
  const press = async (more) => (await confirmed(element.confirm)) && around.press(more);
  const node = draw(element, { ...around, press });
  node.dataset.action = element.action_id;
  return node;
}

function button(element, { press }) {
  const url = element.url && safeAddress(element.url);
  const node = h('button', {
    type: 'button',
    class: `button ${element.style ?? ''}`,
    'aria-label': element.accessibility_label,
    async onclick() {
      if (url) window.open(url, '_blank', 'noopener');
      node.disabled = true;
      await press({ value: element.value });
      node.disabled = false;
    },
  }, textOf(element.text));
  return node;
}

function overflow(element, { press, label }) {
  const name = label ? `More: ${label}` : 'More';
  const node = h('button', {
    type: 'button',
    class: 'quiet more',
    'aria-haspopup': 'menu',
    'aria-label': name,
    onclick: () => openMenu(node, name, element.options.map((option) => ({
      label: textOf(option.text),
      chosen: () => press({ option }),
    }))),
  }, icon('more'));
  return node;
}

const KINDS = {
  button,
  overflow,
  static_select: staticSelect,
  multi_static_select: staticSelect,
  external_select: externalSelect,
  users_select: peopleSelect,
  multi_users_select: peopleSelect,
  channels_select: channelSelect,
  multi_channels_select: channelSelect,
  conversations_select: conversationSelect,
  multi_conversations_select: conversationSelect,
  radio_buttons: ticks('radio'),
  checkboxes: ticks('checkbox'),
  plain_text_input: field('text'),
  url_text_input: field('url'),
  email_text_input: field('email'),
  number_input: field('number'),
  datepicker: field('date'),
  timepicker: field('time'),
  datetimepicker: field('datetime-local'),
  file_input: files,
};
