/** Block Kit's fields: words, numbers, days and hours, files. */

import { h } from '/page/dom.js';
import { act } from '/page/state.js';
import { toast } from '/page/toast.js';
import { base64 } from '/page/upload.js';
import { reads, uploading } from '/page/values.js';

const KEYS = { date: 'selected_date', time: 'selected_time', 'datetime-local': 'selected_date_time' };
const MINUTE = 60;

const two = (number) => String(number).padStart(2, '0');

/** A moment in seconds as the field for moments writes it, in the time of this machine. */
function local(seconds) {
  if (!seconds) return '';
  const at = new Date(seconds * 1000);
  const day = [at.getFullYear(), two(at.getMonth() + 1), two(at.getDate())].join('-');
  return `${day}T${two(at.getHours())}:${two(at.getMinutes())}`;
}

const moment = (written) => (written ? Math.floor(new Date(written).getTime() / 1000 / MINUTE) * MINUTE : null);

/** A field to write in. */
export function field(type) {
  const key = KEYS[type] ?? 'value';
  return (element, around) => {
    const value = () => ({ [key]: type === 'datetime-local' ? moment(node.value) : node.value || null });
    const node = h(element.multiline ? 'textarea' : 'input', {
      type: element.multiline ? null : type,
      rows: element.multiline ? 4 : null,
      minlength: element.min_length,
      maxlength: element.max_length,
      placeholder: element.placeholder?.text,
      'aria-label': around.label ?? element.placeholder?.text,
      onchange: () => around.quiet || around.press(value()),
    });
    node.value = element.initial_value ?? element.initial_date ?? element.initial_time
      ?? local(element.initial_date_time);
    return reads(node, () => ({ type: element.type, ...value() }));
  };
}

/** Files, uploaded as soon as they are chosen. */
export function files(element, around) {
  let kept = [];
  const take = async () => {
    const chosen = [...node.files];
    const most = element.max_files ?? 10;
    kept = [];
    if (chosen.length > most) {
      node.value = '';
      toast(most === 1 ? 'Only one file can be uploaded here.' : `No more than ${most} files can be uploaded here.`);
      return;
    }
    for (const file of chosen) {
      const done = await act('attach', { name: file.name, base64: await base64(file) });
      if (done) kept.push(done.file);
    }
  };
  const node = h('input', {
    type: 'file',
    multiple: element.max_files !== 1,
    accept: element.filetypes?.map((ending) => `.${ending}`).join(','),
    'aria-label': around.label,
    onchange: () => uploading(take()),
  });
  return reads(node, () => ({ type: element.type, files: kept }));
}
