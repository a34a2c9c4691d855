import { hasForbiddenCharacters, tidy } from '#kernel';
import { phoneNumber } from '#people';
import { NO_DETAILS } from '../contact-details.js';
import type { ContactDetails } from '../contact-details.js';
import { addressIn } from './address.js';
import type { ColumnMeaning } from './columns.js';
import { countryNamed } from './country-names.js';
import { languageNamed } from './language-names.js';
import { nameParts } from './name-parts.js';

/** What is said of every row of a file. */
export interface RowHints {
  /** ISO 3166-1: where a number in national form is from, and the country of rows that name none. */
  readonly country: string | null;
  readonly locale: string | null;
  readonly tags: readonly string[];
}

export const rowProblems = ['address.malformed', 'address.several', 'name.missing', 'forbidden-characters', 'too-long'] as const;
export const rowRemarks = ['phone.malformed', 'country.unknown', 'locale.unknown'] as const;
/** A problem keeps a row out; a remark says that a cell was kept as it is, since it could not be read. */
export type RowProblem = (typeof rowProblems)[number];
export type RowRemark = (typeof rowRemarks)[number];

export interface NormalisedRow {
  readonly details: ContactDetails;
  readonly problems: readonly RowProblem[];
  readonly remarks: readonly RowRemark[];
}

const LONGEST = 200;
const LONGEST_EXTRA = 2_000;
const MOST_TAGS = 30;

/** A row of a file as a contact, or why it is none. Cells that say nothing stay nothing. */
export function normaliseRow(headers: readonly string[], meanings: readonly ColumnMeaning[], cells: readonly string[], hints: RowHints): NormalisedRow {
  const row = new Row(cells, meanings);
  const [problems, remarks] = [new Set<RowProblem>(), new Set<RowRemark>()];
  const line = (meaning: ColumnMeaning): string | null => {
    const text = row.text(meaning);
    if (hasForbiddenCharacters(text)) problems.add('forbidden-characters');
    if (text.length > LONGEST) problems.add('too-long');
    return text === '' ? null : text;
  };
  const extra: Record<string, string> = {};
  /** A cell read as something; kept under its header, with a remark, where it cannot be. */
  const read = (meaning: ColumnMeaning, remark: RowRemark, as: (text: string) => string | undefined): string | null => {
    const text = line(meaning);
    const found = text === null ? undefined : as(text);
    if (text !== null && found === undefined) {
      remarks.add(remark);
      extra[headers[meanings.indexOf(meaning)] ?? meaning] = text;
    }
    return found ?? null;
  };
  const written = row.text('ADDRESS');
  const found = written === '' ? undefined : addressIn(written);
  if (typeof found === 'string') problems.add(found);
  const mailbox = typeof found === 'object' ? found : undefined;
  const said = { name: line('NAME'), native: line('NATIVE_NAME'), latin: line('LATIN_NAME'), family: line('FAMILY_NAME'), given: line('GIVEN_NAME') };
  const names = nameParts({ ...said, name: Object.values(said).every((name) => name === null) ? mailbox?.name ?? null : said.name });
  const country = read('COUNTRY', 'country.unknown', countryNamed) ?? hints.country;
  const phone = read('PHONE', 'phone.malformed', (text) => firstPhone(text, country));
  const locale = read('LOCALE', 'locale.unknown', languageNamed) ?? hints.locale;
  for (const [at, header] of headers.entries()) {
    const text = meanings[at] === 'EXTRA' ? tidy(unguarded(cells[at] ?? '')) : '';
    if (text.length > LONGEST_EXTRA) problems.add('too-long');
    if (text !== '' && !hasForbiddenCharacters(text)) extra[header] = text;
  }
  const details: ContactDetails = {
    ...NO_DETAILS, address: mailbox?.address ?? null, ...names, salutation: line('SALUTATION'), organisation: line('ORGANISATION'), title: line('TITLE'),
    country, phone, locale, tags: tagsOf([...row.all('TAGS').flatMap((text) => text.split(/[,;，；、|]/u)), ...hints.tags]), extra,
  };
  if (written === '' && details.nativeName === null && details.latinName === null) problems.add('name.missing');
  return { details, problems: [...problems], remarks: [...remarks] };
}

/** Looks cells up by what their columns mean. */
class Row {
  constructor(private readonly cells: readonly string[], private readonly meanings: readonly ColumnMeaning[]) {}

  text(meaning: ColumnMeaning): string {
    return tidy(unguarded(this.cells[this.meanings.indexOf(meaning)] ?? ''));
  }

  all(meaning: ColumnMeaning): readonly string[] {
    return this.cells.filter((_, at) => this.meanings[at] === meaning);
  }
}

/** Without the apostrophe that our own exports, and spreadsheets, put before what would else begin a formula. */
function unguarded(cell: string): string {
  return cell.replace(/^'(?=[\s]*[=+\-@＝＋－＠|%])/u, '');
}

/** Two numbers in one cell are common; the first that is one counts. */
function firstPhone(text: string, country: string | null): string | undefined {
  return phoneNumber(text, country) ?? text.split(/[/;,，；、]/u).map((part) => phoneNumber(part, country)).find((found) => found !== undefined);
}

export function tagsOf(typed: readonly string[]): string[] {
  const tags = typed.map(tidy).filter((tag) => tag !== '' && tag.length <= 60 && !hasForbiddenCharacters(tag));
  return [...new Set(tags)].slice(0, MOST_TAGS);
}
