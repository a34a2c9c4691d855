import type { FieldProblem } from '#kernel';
import type { CountryTable } from './countries.js';
import { travelDocumentKinds } from './travel-document.entity.js';
import type { TravelDocumentKind } from './travel-document.entity.js';

/** A travel document as someone typed it. */
export interface TravelDocumentInput {
  readonly kind: TravelDocumentKind;
  readonly number: string;
  readonly issuedBy: string;
  readonly expiresOn?: string | null | undefined;
}

/** A travel document with its number in capitals without spaces or hyphens, as machines read it. */
export interface CheckedTravelDocument {
  readonly kind: TravelDocumentKind;
  readonly number: string;
  readonly issuedBy: string;
  readonly expiresOn: string | null;
}

/**
 * Checks kind, number (letters and digits, 4 to 24 of them: passports have 9, identity cards up to 18), issuer and the
 * last day of validity, which may not have passed on `today`.
 */
export function checkTravelDocument(
  input: TravelDocumentInput,
  countries: CountryTable,
  today: string,
  path = 'travelDocument',
): CheckedTravelDocument | readonly FieldProblem[] {
  const number = input.number.normalize('NFKC').toUpperCase().replace(/[\s./‐-]/gu, '');
  const issuedBy = input.issuedBy.trim().toUpperCase();
  const expiresOn = input.expiresOn ?? null;
  const problems: FieldProblem[] = [];
  if (!travelDocumentKinds.includes(input.kind)) problems.push({ path: `${path}.kind`, code: 'required' });
  if (number === '') problems.push({ path: `${path}.number`, code: 'required' });
  else if (!/^[A-Z0-9]{4,24}$/.test(number)) problems.push({ path: `${path}.number`, code: 'document.number' });
  if (!countries.has(issuedBy)) problems.push({ path: `${path}.issuedBy`, code: 'country.unknown' });
  if (expiresOn !== null && !/^\d{4}-\d{2}-\d{2}$/.test(expiresOn)) problems.push({ path: `${path}.expiresOn`, code: 'date-malformed' });
  else if (expiresOn !== null && expiresOn < today) problems.push({ path: `${path}.expiresOn`, code: 'document.expired' });
  return problems.length > 0 ? problems : { kind: input.kind, number, issuedBy, expiresOn };
}

const SHOWN = 2;
const LONG_ENOUGH = 6;

/** All but the last two characters hidden, all of a short one: enough for its holder to know which it is, of no use to others. */
export function maskedNumber(number: string): string {
  const shown = number.length >= LONG_ENOUGH ? SHOWN : 0;
  return '•'.repeat(number.length - shown) + number.slice(number.length - shown);
}
