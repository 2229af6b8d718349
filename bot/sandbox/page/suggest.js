/** What a composer suggests while a command or a name is typed. */

import { h } from '/page/dom.js';
import { handleOf, state } from '/page/state.js';

let made = 0;

/** Commands that go on as the text does; every alternative of a usage hint counts as one. */
function commands(text) {
  if (!/^\/[^\n]*$/.test(text)) return [];
  const all = state.commands.flatMap(({ command, description, usage_hint: hint }) => {
    const ways = (hint ?? '').split('|').map((way) => way.trim()).filter(Boolean);
    return [{ words: command, about: description }, ...ways.map((way) => ({ words: `${command} ${way}`, about: '' }))];
  });
  return all.filter(({ words }) => words.startsWith(text) && words !== text)
    .map(({ words, about }) => ({ words, about, whole: `${words.replace(/[ ]*[[<(…].*$/, '')} `, from: 0 }));
}

/** People and groups whose name begins like the word after an @. */
function people(text) {
  const typed = /(?:^|\s)@([\p{L}\p{N}._-]*)$/u.exec(text);
  if (!typed) return [];
  const from = text.length - typed[1].length - 1;
  const named = [state.bot, ...state.people].map(({ id, name }) => ({ handle: handleOf(id), name }));
  return [...named, ...state.groups]
    .filter(({ handle }) => handle.startsWith(typed[1].toLowerCase()))
    .map(({ handle, name }) => ({ words: `@${handle}`, about: name, whole: `@${handle} `, from, eager: true }));
}

/** A list above the field: arrows choose, Tab takes, and Enter takes what was chosen. */
export function suggestions(field) {
  const id = `suggestions-${made += 1}`;
  const list = h('ul', { class: 'suggestions', id, role: 'listbox', 'aria-label': 'Suggestions', hidden: true });
  let found = [];
  let at = -1;
  field.setAttribute('aria-controls', id);
  field.setAttribute('aria-autocomplete', 'list');

  const choose = (place) => {
    at = place;
    [...list.children].forEach((row, index) => row.setAttribute('aria-selected', String(index === at)));
    if (at < 0) field.removeAttribute('aria-activedescendant');
    else field.setAttribute('aria-activedescendant', `${id}-${at}`);
  };
  const show = (more) => {
    found = more;
    list.hidden = !found.length;
    list.replaceChildren(...found.map(({ words, about }, place) => h('li', {
      id: `${id}-${place}`, role: 'option', onmousedown: (event) => event.preventDefault(), onclick: () => take(place),
    }, h('b', {}, words), about ? h('small', {}, about) : null)));
    choose(found[0]?.eager ? 0 : -1);
  };
  const take = (place) => {
    const { whole, from } = found[place];
    const end = field.selectionStart;
    field.setRangeText(whole, from, end, 'end');
    field.dispatchEvent(new Event('input', { bubbles: true }));
  };
  const look = () => {
    const typed = field.value.slice(0, field.selectionStart);
    show([...commands(typed), ...people(typed)]);
  };

  field.addEventListener('input', look);
  field.addEventListener('blur', () => show([]));
  /** True where the key was meant for the list. */
  const hears = (event) => {
    if (list.hidden) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) choose((at + step + found.length + (at < 0 && step < 0 ? 1 : 0)) % found.length);
    else if (event.key === 'Escape') show([]);
    else if (event.key === 'Tab') take(Math.max(at, 0));
    else if (event.key === 'Enter' && at >= 0) take(at);
    else return false;
    event.preventDefault();
    return true;
  };
  return { list, hears };
}
