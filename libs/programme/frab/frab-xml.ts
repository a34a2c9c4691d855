import type { FrabDay, FrabItem, FrabSchedule } from './frab-schedule.js';

/** The same schedule as schedule.xml, in the order and with the names of its published schema (voc/schedule, schedule.xml.xsd). */
export function frabXml({ version, conference }: FrabSchedule): string {
  const { acronym, title, start, end, daysCount, timeslot_duration: slot, days } = conference;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${String(tag('schedule', [
    tag('version', version),
    tag('conference', [
      tag('title', title), tag('acronym', acronym), tag('start', start), tag('end', end), tag('days', String(daysCount)), tag('timeslot_duration', slot),
    ]),
    ...days.map(dayXml),
  ]))}\n`;
}

function dayXml({ index, date, day_start, day_end, rooms }: FrabDay): Xml {
  const all = Object.entries(rooms).map(([name, items]) => tag('room', items.map(itemXml), { name }));
  return tag('day', all, { index: String(index), date, start: day_start, end: day_end });
}

function itemXml(item: FrabItem): Xml {
  const { id, guid, date, start, duration, room, slug, title, subtitle, track, type, language, abstract, description, persons } = item;
  return tag('event', [
    tag('date', date), tag('start', start), tag('duration', duration), tag('room', room), tag('slug', slug), tag('title', title),
    tag('subtitle', subtitle), tag('track', track), tag('type', type), tag('language', language), tag('abstract', abstract), tag('description', description),
    tag('persons', persons.map((person) => tag('person', person.public_name, { id: String(person.id) }))),
  ], { id: String(id), guid });
}

/** Markup that is safe as it is. */
class Xml {
  constructor(private readonly markup: string) {}

  toString(): string {
    return this.markup;
  }
}

function tag(name: string, content: string | readonly Xml[], attributes: Readonly<Record<string, string>> = {}): Xml {
  const inner = typeof content === 'string' ? escaped(content) : content.join('');
  return new Xml(`<${[name, ...Object.entries(attributes).map(([key, value]) => `${key}="${escaped(value)}"`)].join(' ')}>${inner}</${name}>`);
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Without what XML 1.0 has no way to write (2.2). */
function escaped(text: string): string {
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/gu, '').replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}
