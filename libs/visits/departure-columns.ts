import { tidy, tidyLocalized } from '#kernel';
import type { Departure } from './departure.entity.js';
import { vehiclesInWords } from './departure-parts.rules.js';
import type { DepartureInput } from './departure.rules.js';

type Columns = Pick<Departure, 'meetingPoint' | 'site' | 'vehicle' | 'guideName' | 'guideLanguages' | 'minimum'>;

/** What of a departure's input is kept in its row. Vehicles that are listed are also said in words, where no words were given. */
export function departureColumns(input: DepartureInput): Columns {
  const said = tidy(input.vehicle ?? '');
  return {
    meetingPoint: tidyLocalized(input.meetingPoint, 'line'),
    site: tidy(input.site ?? '') || null,
    vehicle: said === '' ? vehiclesInWords(input.vehicles ?? []) : said,
    guideName: tidy(input.guideName ?? '') || null,
    guideLanguages: [...new Set(input.guideLanguages.flatMap((tag) => Intl.getCanonicalLocales(tag)))],
    minimum: input.minimum ?? null,
  };
}

/** What a seat occupies: from leaving to being back, at where one meets; without a known site that is a place of its own. */
export function busyOf(departure: Pick<Departure, 'id' | 'startsAt' | 'endsAt' | 'site'>): { startsAt: Date; endsAt: Date; site: string } {
  return { startsAt: departure.startsAt, endsAt: departure.endsAt, site: departure.site ?? departure.id };
}
