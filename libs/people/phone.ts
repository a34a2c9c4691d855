import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import type { CountryCode } from 'libphonenumber-js/max';
import { isSupportedCountry } from 'libphonenumber-js/max';

/**
 * A phone number as E.164 (ITU-T), or nothing where it cannot be one. A number in national form is read as one of the
 * residence; digits of any script are taken.
 */
export function phoneNumber(typed: string, residence: string | null): string | undefined {
  if (typed.length > 60) return undefined;
  const hint: CountryCode | undefined = residence !== null && isSupportedCountry(residence) ? residence : undefined;
  const text = typed.normalize('NFKC').trim().replace(/^00(?=[1-9])/, '+');
  const parsed = parsePhoneNumberFromString(text, { ...(hint === undefined ? {} : { defaultCountry: hint }), extract: false });
  return parsed?.isValid() === true && parsed.ext === undefined ? parsed.number : undefined;
}
