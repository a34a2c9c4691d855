import { DEED_GROUPS } from './deeds.js';
import type { DeedGroup } from './deeds.js';

/** What is asked of the audit log, as the address says it. */
export interface AuditQuery {
  readonly who: string;
  readonly conference: string;
  readonly about: string;
  readonly actions: readonly string[] | undefined;
  /** What was understood, for the form and for the next page's address. */
  readonly shown: Readonly<Record<'who' | 'what' | 'conference' | 'about' | 'from' | 'until', string>>;
  /** The span of the days that were asked for, on the calendar of a zone; the last day is included. */
  between(timeZone: string): { readonly from?: string; readonly until?: string };
}

export function queryOf(query: URLSearchParams): AuditQuery {
  const text = (name: string): string => query.get(name)?.trim() ?? '';
  const day = (name: string): string => (isDay(text(name)) ? text(name) : '');
  const [from, until] = [day('from'), day('until')];
  const actions = actionsOf(text('what'));
  return {
    who: text('who'), conference: text('conference'), about: text('about'), actions,
    shown: { who: text('who'), what: actions === undefined ? '' : text('what'), conference: text('conference'), about: text('about'), from, until },
    between: (timeZone) => ({ ...(from === '' ? {} : { from: startOf(from, 0, timeZone) }), ...(until === '' ? {} : { until: startOf(until, 1, timeZone) }) }),
  };
}

/** The zone in which times are told: that of the conference, of all conferences where they share one, else UTC. */
export function zoneOf(conference: { readonly timeZone: string } | undefined, all: readonly { readonly timeZone: string }[]): string {
  const zones = new Set(all.map(({ timeZone }) => timeZone));
  return conference?.timeZone ?? (zones.size === 1 ? [...zones][0] : undefined) ?? 'UTC';
}

function actionsOf(what: string): readonly string[] | undefined {
  if (Object.hasOwn(DEED_GROUPS, what)) return DEED_GROUPS[what as DeedGroup];
  const all: readonly string[] = Object.values(DEED_GROUPS).flat();
  return all.includes(what) ? [what] : undefined;
}

function isDay(text: string): boolean {
  // A day that the calendar does not have becomes another one, or none.
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
}

function startOf(day: string, later: number, timeZone: string): string {
  return Temporal.PlainDate.from(day).add({ days: later }).toZonedDateTime({ timeZone }).toInstant().toString();
}
