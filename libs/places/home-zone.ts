/** Where most people of a country with several zones live; of other countries the one zone, or the first that is known. */
const MOST_LIVE_IN: Readonly<Record<string, string>> = {
  AR: 'America/Argentina/Buenos_Aires', AU: 'Australia/Sydney', BR: 'America/Sao_Paulo', CA: 'America/Toronto', CD: 'Africa/Kinshasa',
  CL: 'America/Santiago', CY: 'Asia/Nicosia', EC: 'America/Guayaquil', ES: 'Europe/Madrid', FM: 'Pacific/Pohnpei', GL: 'America/Nuuk', KI: 'Pacific/Tarawa',
  KZ: 'Asia/Almaty', MN: 'Asia/Ulaanbaatar', MX: 'America/Mexico_City', PF: 'Pacific/Tahiti', PG: 'Pacific/Port_Moresby', PT: 'Europe/Lisbon',
  RU: 'Europe/Moscow', US: 'America/New_York', UZ: 'Asia/Tashkent',
};

/**
 * The zone in which someone is taken to live: that of the country of residence; without one, that of the region in the
 * language tag where it names one (`fr-CA`, but not `fr`). Nothing where neither says.
 * @param country ISO 3166-1 alpha-2
 * @param locale BCP 47
 */
export function homeZone(country: string | null, locale: string | null): string | undefined {
  const region = country ?? regionOf(locale);
  return region === undefined ? undefined : (MOST_LIVE_IN[region] ?? zonesOf(region)[0]);
}

function regionOf(locale: string | null): string | undefined {
  try {
    return locale === null ? undefined : new Intl.Locale(locale).region;
  } catch {
    return undefined;
  }
}

/** Of the Intl Locale Info proposal, which the runtime has and the compiler's library does not know yet. */
interface KnowsZones {
  getTimeZones?(): readonly string[] | undefined;
}

function zonesOf(region: string): readonly string[] {
  try {
    const locale: Intl.Locale & KnowsZones = new Intl.Locale(`und-${region}`);
    return locale.getTimeZones?.() ?? [];
  } catch {
    return [];
  }
}
