/** Block Kit's elements: what a person presses, chooses or fills in. */

import { confirmed } from '/page/confirm.js';
import { h, icon, safeAddress } from '/page/dom.js';
import { openMenu } from '/page/menu.js';
import { textOf } from '/page/mrkdwn.js';
import { state } from '/page/state.js';

const readers = new WeakMap();
let made = 0;

/** The element's value in the form in which Slack sends it, or null for one that has none. */
export function valueOf(node) {
  return readers.get(node)?.() ?? null;
}

/**
 * An element of Block Kit, drawn.
 * @param {Object} element as the bot sent it
 * @param {{label?: string, press: function(Object): Promise, quiet?: boolean}} around what it is called,
 *   what a press does, and whether a mere change stays unsaid (inputs of a modal)
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

/** A list to choose from; `entries` are [key, text] or {label, entries}. */
function chooser(element, around, entries, chosen, read) {
  const many = element.type.startsWith('multi_');
  const option = ([key, text]) => {
    const node = h('option', { value: key }, text);
    node.selected = chosen.includes(key);
    return node;
  };
  const node = h('select', {
    multiple: many,
    'aria-label': around.label || element.placeholder?.text || 'Choose',
    onchange: () => around.quiet || around.press(read(node)),
  }, many ? null : h('option', { value: '' }, element.placeholder?.text ?? 'Choose…'),
  entries.map((entry) => (Array.isArray(entry) ? option(entry)
    : h('optgroup', { label: entry.label }, entry.entries.map(option)))));
  readers.set(node, () => ({ type: element.type, ...read(node) }));
  return node;
}

const picked = (node) => [...node.selectedOptions].map(({ value }) => value).filter(Boolean);

function staticSelect(element, around) {
  const options = element.options ?? element.option_groups.flatMap((group) => group.options);
  const pair = (option) => [String(options.indexOf(option)), option.text.text];
  const entries = element.options?.map(pair)
    ?? element.option_groups.map((group) => ({ label: group.label.text, entries: group.options.map(pair) }));
  const before = element.initial_options ?? [element.initial_option].filter(Boolean);
  const chosen = before.map(({ value }) => String(options.findIndex((option) => option.value === value)));
  const read = (node) => {
    const selected = picked(node).map((place) => options[place]);
    return element.type.startsWith('multi_') ? { selected_options: selected } : { selected_option: selected[0] ?? null };
  };
  return chooser(element, around, entries, chosen, read);
}

/** Selects that offer what the workspace has: people, channels. */
function workspaceSelect(noun, entries) {
  return (element, around) => {
    const before = element[`initial_${noun}s`] ?? [element[`initial_${noun}`]];
    const read = (node) => (element.type.startsWith('multi_') ? { [`selected_${noun}s`]: picked(node) }
      : { [`selected_${noun}`]: picked(node)[0] ?? null });
    return chooser(element, around, entries(), before, read);
  };
}

/** Radio buttons and checkboxes. */
function ticks(type) {
  return (element, around) => {
    const name = `ticks-${made += 1}`;
    const before = (element.initial_options ?? [element.initial_option]).filter(Boolean).map(({ value }) => value);
    const inputs = element.options.map((option) => {
      const input = h('input', { type, name, onchange: () => around.quiet || around.press(read()) });
      input.checked = before.includes(option.value);
      return input;
    });
    const read = () => {
      const chosen = element.options.filter((_, place) => inputs[place].checked);
      return type === 'checkbox' ? { selected_options: chosen } : { selected_option: chosen[0] ?? null };
    };
    const node = h('div', { class: 'ticks', role: type === 'radio' ? 'radiogroup' : 'group',
      'aria-label': around.label }, element.options.map((option, place) => h('label', {}, inputs[place],
      h('span', {}, textOf(option.text),
        option.description ? h('small', {}, textOf(option.description)) : null))));
    readers.set(node, () => ({ type: element.type, ...read() }));
    return node;
  };
}

/** Fields to write in. */
function field(type) {
  return (element, around) => {
    const node = h(element.multiline ? 'textarea' : 'input', {
      type: element.multiline ? null : type,
      rows: element.multiline ? 4 : null,
      minlength: element.min_length,
      maxlength: element.max_length,
      placeholder: element.placeholder?.text,
      'aria-label': around.label,
      onchange: () => around.quiet || around.press({ [key]: node.value || null }),
    });
    const key = type === 'date' ? 'selected_date' : 'value';
    node.value = element.initial_value ?? element.initial_date ?? '';
    readers.set(node, () => ({ type: element.type, [key]: node.value || null }));
    return node;
  };
}

const people = workspaceSelect('user', () => state.people.map(({ id, name }) => [id, name]));
const channels = () => state.channels.map(({ id, name }) => [id, `#${name}`]);

const KINDS = {
  button,
  overflow,
  static_select: staticSelect,
  multi_static_select: staticSelect,
  users_select: people,
  multi_users_select: people,
  channels_select: workspaceSelect('channel', channels),
  conversations_select: workspaceSelect('conversation', channels),
  radio_buttons: ticks('radio'),
  checkboxes: ticks('checkbox'),
  plain_text_input: field('text'),
  url_text_input: field('url'),
  email_text_input: field('email'),
  number_input: field('number'),
  datepicker: field('date'),
};
