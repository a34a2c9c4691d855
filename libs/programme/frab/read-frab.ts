import { invalid } from '#kernel';
import type { Refusal } from '#kernel';
import { z } from 'zod';

const item = z.object({
  guid: z.uuid().optional(), date: z.iso.datetime({ offset: true }), duration: z.string().regex(/^\d{1,2}:\d{2}$/), title: z.string().trim().min(1),
  track: z.string().trim().nullish(), type: z.string().nullish(), language: z.string().nullish(), description: z.string().nullish(), abstract: z.string().nullish(),
  persons: z.array(z.object({ public_name: z.string().optional(), name: z.string().optional() })).default([]),
});
const schedule = z.object({
  schedule: z.object({ conference: z.object({ days: z.array(z.object({ rooms: z.record(z.string(), z.array(item)) })) }) }),
});

/** An item of somebody's schedule.json. */
export interface ForeignItem {
  readonly guid: string | undefined;
  readonly room: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly title: string;
  readonly track: string;
  readonly isBreak: boolean;
  readonly description: string;
  readonly persons: readonly string[];
}

const MOST = 5000;

/** What is in a schedule.json of the frab format, or where it is none. Unknown fields are let be; XML and XLSX are not read. */
export function readFrab(text: string): readonly ForeignItem[] | Refusal<'input.invalid'> {
  const read = schedule.safeParse(parsed(text));
  if (!read.success) {
    return invalid(read.error.issues.slice(0, 10).map(({ path }) => ({ path: ['schedule', ...path.map(String)].join('.'), code: 'malformed' })));
  }
  const items = read.data.schedule.conference.days.flatMap(({ rooms }) => Object.entries(rooms).flatMap(([room, all]) => all.map((one) => foreign(room, one))));
  return items.length > MOST ? invalid([{ path: 'schedule', code: 'too-many', data: { max: MOST } }]) : items;
}

function foreign(room: string, one: z.infer<typeof item>): ForeignItem {
  const [hours = 0, minutes = 0] = one.duration.split(':').map(Number);
  const startsAt = new Date(one.date);
  return {
    guid: one.guid, room: room.trim(), startsAt, endsAt: new Date(startsAt.getTime() + Math.max(1, hours * 60 + minutes) * 60_000),
    title: one.title, track: one.track ?? '', isBreak: one.type === 'break',
    description: [one.abstract, one.description].filter((part) => part != null && part !== '').join('\n\n'),
    persons: one.persons.flatMap(({ public_name: own, name }) => own ?? name ?? []).filter((name) => name.trim() !== ''),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
