/** Block Kit's elements to choose from: lists, radio buttons, checkboxes. */

import { h } from '/page/dom.js';
import { textOf } from '/page/mrkdwn.js';
import { channels, here, state } from '/page/state.js';
import { reads } from '/page/values.js';

const WAIT = 150;
let made = 0;

const isMany = (element) => element.type.startsWith('multi_');
const named = (element, around) => around.label || element.placeholder?.text || 'Choose';

/** One of a list; `entries` are [key, text] or {label, entries}. */
function one(element, around, entries, chosen, read) {
  const option = ([key, text]) => {
    const node = h('option', { value: key }, text);
    node.selected = chosen.includes(key);
    return node;
  };
  const value = () => read([node.value].filter(Boolean));
  const node = h('select', {
    'aria-label': named(element, around),
    onchange: () => around.quiet || around.press(value()),
  }, h('option', { value: '' }, element.placeholder?.text ?? 'Choose…'),
  entries.map((entry) => (Array.isArray(entry) ? option(entry)
    : h('optgroup', { label: entry.label }, entry.entries.map(option)))));
  return reads(node, () => ({ type: element.type, ...value() }));
}

/** Any number of a list, each with a box to tick. */
function many(element, around, entries, chosen, read) {
  const most = element.max_selected_items ?? Infinity;
  const flat = entries.flatMap((entry) => (Array.isArray(entry) ? [entry] : entry.entries));
  const value = () => read([...node.querySelectorAll('input:checked')].map((input) => input.value));
  const full = () => {
    const left = node.querySelectorAll('input:checked').length < most;
    for (const input of node.querySelectorAll('input')) input.disabled = !left && !input.checked;
  };
  const ticked = () => {
    full();
    if (!around.quiet) around.press(value());
  };
  const node = h('div', { class: 'ticks many', role: 'group', 'aria-label': named(element, around) },
    flat.map(([key, text]) => {
      const input = h('input', { type: 'checkbox', value: key, onchange: ticked });
      input.checked = chosen.includes(key);
      return h('label', {}, input, h('span', {}, text));
    }));
  full();
  return reads(node, () => ({ type: element.type, ...value() }));
}

/** A list of the app's own options. */
export function staticSelect(element, around) {
  const options = element.options ?? element.option_groups.flatMap((group) => group.options);
  const pair = (option) => [String(options.indexOf(option)), option.text.text];
  const entries = element.options?.map(pair)
    ?? element.option_groups.map((group) => ({ label: group.label.text, entries: group.options.map(pair) }));
  const before = element.initial_options ?? [element.initial_option].filter(Boolean);
  const chosen = before.map(({ value }) => String(options.findIndex((option) => option.value === value)));
  const read = (places) => {
    const selected = places.map((place) => options[place]);
    return isMany(element) ? { selected_options: selected } : { selected_option: selected[0] ?? null };
  };
  return (isMany(element) ? many : one)(element, around, entries, chosen, read);
}

/** A list of what the workspace has. */
function workspaceSelect(noun, entries) {
  return (element, around) => {
    const current = noun === 'conversation' && element.default_to_current_conversation ? here.channel : null;
    const before = element[`initial_${noun}s`] ?? [element[`initial_${noun}`] ?? current];
    const read = (keys) => (isMany(element) ? { [`selected_${noun}s`]: keys }
      : { [`selected_${noun}`]: keys[0] ?? null });
    return (isMany(element) ? many : one)(element, around, entries(), before, read);
  };
}

const places = () => channels().filter(({ only_for: only }) => !only).map(({ id, name }) => [id, `#${name}`]);
export const peopleSelect = workspaceSelect('user', () => state.people.map(({ id, name }) => [id, name]));
export const channelSelect = workspaceSelect('channel', places);
export const conversationSelect = workspaceSelect('conversation', places);

/** A field that asks the app what it offers for what is typed. */
export function externalSelect(element, around) {
  const id = `offers-${made += 1}`;
  const list = h('datalist', { id });
  const first = element.initial_option;
  let offered = first ? [first] : [];
  let waiting = 0;
  const chosen = () => offered.find(({ text }) => text.text === field.value) ?? null;
  const ask = async () => {
    if (chosen()) {
      if (!around.quiet) around.press({ selected_option: chosen() });
      return;
    }
    offered = await around.suggest(field.value);
    list.replaceChildren(...offered.map(({ text }) => h('option', { value: text.text })));
  };
  const field = h('input', {
    list: id, placeholder: element.placeholder?.text, 'aria-label': named(element, around), autocomplete: 'off',
    oninput: () => {
      clearTimeout(waiting);
      if (field.value.length >= (element.min_query_length ?? 3)) waiting = setTimeout(ask, WAIT);
    },
  });
  field.value = first?.text.text ?? '';
  return reads(h('div', {}, field, list), () => ({ type: element.type, selected_option: chosen() }));
}

/** Radio buttons and checkboxes. */
export function ticks(type) {
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
    return reads(node, () => ({ type: element.type, ...read() }));
  };
}
