export interface Day {
  readonly day: string;
  readonly submitted: number;
  readonly confirmed: number;
}

/** What is drawn as one bar: a day, a week from Monday, or a month, with all that fell into it. */
export interface Bucket extends Day {
  /** Its first day. */
  readonly day: string;
}

export type Step = 'day' | 'week' | 'month';

const MOST_DAYS = 62;
const MOST_WEEKS = 60;

/** Days as bars that a phone can show: each day where they are few, else weeks, else months. None that lies between is left out. */
export function bucketsOf(days: readonly Day[]): { readonly step: Step; readonly buckets: readonly Bucket[] } {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return { step: 'day', buckets: [] };
  const length = Temporal.PlainDate.from(first.day).until(last.day, { largestUnit: 'day' }).days + 1;
  const step: Step = length <= MOST_DAYS ? 'day' : length <= MOST_WEEKS * 7 ? 'week' : 'month';
  const sums = new Map<string, { day: string; submitted: number; confirmed: number }>();
  for (let at = startOf(Temporal.PlainDate.from(first.day), step); Temporal.PlainDate.compare(at, last.day) <= 0; at = at.add({ [`${step}s`]: 1 })) {
    sums.set(at.toString(), { day: at.toString(), submitted: 0, confirmed: 0 });
  }
  for (const { day, submitted, confirmed } of days) {
    const sum = sums.get(startOf(Temporal.PlainDate.from(day), step).toString());
    if (sum === undefined) continue;
    sum.submitted += submitted;
    sum.confirmed += confirmed;
  }
  return { step, buckets: [...sums.values()] };
}

function startOf(day: Temporal.PlainDate, step: Step): Temporal.PlainDate {
  if (step === 'day') return day;
  return step === 'week' ? day.subtract({ days: day.dayOfWeek - 1 }) : day.with({ day: 1 });
}
