import { createRequire } from 'node:module';
import type * as PhoneNumbers from 'libphonenumber-js/max';
import type { CountryCode } from 'libphonenumber-js/max';

const load = createRequire(import.meta.url);

/**
 * A phone number as E.164 (ITU-T), or nothing where it cannot be one. A number in national form is read as one of the
 * residence; digits of any script are taken.
 */
export function phoneNumber(typed: string, residence: string | null): string | undefined {
  if (typed.length > 60) return undefined;
  // Loaded with the first number: the numbering plans of all countries take 2 MB of every process that has them.
  const { isSupportedCountry, parsePhoneNumberFromString } = load('libphonenumber-js/max') as typeof PhoneNumbers;
  const hint: CountryCode | undefined = residence !== null && isSupportedCountry(residence) ? residence : undefined;
  const text = typed.normalize('NFKC').trim().replace(/^00(?=[1-9])/, '+');
  const parsed = parsePhoneNumberFromString(text, { ...(hint === undefined ? {} : { defaultCountry: hint }), extract: false });
  return parsed?.isValid() === true && parsed.ext === undefined ? parsed.number : undefined;
}
