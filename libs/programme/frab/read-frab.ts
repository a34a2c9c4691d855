import { invalid } from '#kernel';
import type { Refusal } from '#kernel';
import { z } from 'zod';
import { MOST_ITEMS } from '../foreign-item.js';
import type { ForeignItem } from '../foreign-item.js';
import { wallClockOf } from '../session-times.js';

const item = z.object({
  guid: z.uuid().optional(), date: z.iso.datetime({ offset: true }), duration: z.string().regex(/^\d{1,2}:\d{2}$/), title: z.string().trim().min(1),
  track: z.string().trim().nullish(), type: z.string().nullish(), language: z.string().nullish(), description: z.string().nullish(), abstract: z.string().nullish(),
  persons: z.array(z.object({ public_name: z.string().optional(), name: z.string().optional() })).default([]),
});
const schedule = z.object({
  schedule: z.object({ conference: z.object({ days: z.array(z.object({ rooms: z.record(z.string(), z.array(item)) })) }) }),
});

interface Reader {
  /** Of its texts, BCP 47: the format knows no other. */
  readonly locale: string;
  /** Of the conference whose programme it is to be. */
  readonly timeZone: string;
}

/** What is in a schedule.json of the frab format, or where it is none. Unknown fields are let be; XML is not read. */
export function readFrab(text: string, reader: Reader): { items: readonly ForeignItem[]; problems: readonly []; columns: readonly [] } | Refusal<'input.invalid'> {
  const read = schedule.safeParse(parsed(text));
  if (!read.success) {
    return invalid(read.error.issues.slice(0, 10).map(({ path }) => ({ path: ['schedule', ...path.map(String)].join('.'), code: 'malformed' })));
  }
  const items = read.data.schedule.conference.days.flatMap(({ rooms }) => Object.entries(rooms).flatMap(([room, all]) => all.map((one) => [room, one] as const)));
  if (items.length > MOST_ITEMS) return invalid([{ path: 'schedule', code: 'too-many', data: { max: MOST_ITEMS } }]);
  return { items: items.map(([room, one], index) => foreign(`schedule.${index}`, room, one, reader)), problems: [], columns: [] };
}

function foreign(origin: string, room: string, one: z.infer<typeof item>, { locale, timeZone }: Reader): ForeignItem {
  const [hours = 0, minutes = 0] = one.duration.split(':').map(Number);
  const startsAt = new Date(one.date);
  const description = [one.abstract, one.description].filter((part) => part != null && part !== '').join('\n\n');
  return {
    origin, guid: one.guid, room: room.trim(), title: { [locale]: one.title }, track: (one.track ?? '') === '' ? null : { [locale]: one.track ?? '' }, isBreak: one.type === 'break',
    startsAt: wallClockOf(startsAt, timeZone), endsAt: wallClockOf(new Date(startsAt.getTime() + Math.max(1, hours * 60 + minutes) * 60_000), timeZone),
    description: description === '' ? null : { [locale]: description },
    speakers: one.persons.flatMap(({ public_name: own, name }) => own ?? name ?? []).filter((name) => name.trim() !== '').map((name) => ({ name: { [locale]: name }, role: 'SPEAKER' })),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
