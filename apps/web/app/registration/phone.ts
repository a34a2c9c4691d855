import { parsePhoneNumberFromString } from 'libphonenumber-js';

/** A number kept as E.164 in the groups in which people read it: +234 803 123 4567. */
export function readablePhone(kept: string): string {
  return parsePhoneNumberFromString(kept)?.formatInternational() ?? kept;
}
