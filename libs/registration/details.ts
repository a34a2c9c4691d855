import type { Answer } from '#conferences';
import type { NamesInput, PersonChanges, TravelDocumentInput, CheckedTravelDocument } from '#people';
import type { KeptConsent } from './registration.entity.js';

/** An answer as typed; one with nothing set takes an earlier answer back. */
export interface AnswerInput {
  readonly question: string;
  readonly text?: string | null | undefined;
  readonly choices?: readonly string[] | null | undefined;
  readonly date?: string | null | undefined;
  readonly yes?: boolean | null | undefined;
  readonly country?: string | null | undefined;
  readonly fileId?: string | null | undefined;
}

export interface ConsentInput {
  readonly key: string;
  readonly textVersion: string;
}

/** What a delegate fills in. Absent stays, null empties. */
export interface DetailsInput {
  readonly names?: NamesInput | null | undefined;
  readonly nationality?: string | null | undefined;
  readonly residence?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly organisation?: string | null | undefined;
  readonly jobTitle?: string | null | undefined;
  readonly locale?: string | null | undefined;
  readonly languages?: readonly string[] | null | undefined;
  readonly interpretation?: string | null | undefined;
  readonly dietaryNeeds?: string | null | undefined;
  readonly accessNeeds?: string | null | undefined;
  readonly travelDocument?: TravelDocumentInput | null | undefined;
  readonly answers?: readonly AnswerInput[] | null | undefined;
  readonly consents?: readonly ConsentInput[] | null | undefined;
}

/** The columns of a registration that are filled in. */
export interface FilledIn {
  readonly phone: string | null;
  readonly organisation: string | null;
  readonly jobTitle: string | null;
  readonly locale: string;
  readonly languages: string[];
  readonly interpretation: string | null;
  readonly dietaryNeeds: string | null;
  readonly accessNeeds: string | null;
  readonly answers: readonly Answer[];
  readonly consents: readonly KeptConsent[];
}

/** Checked details: what is to be written where. `travelDocument: null` removes it. */
export interface CheckedDetails {
  readonly person: PersonChanges;
  readonly travelDocument?: CheckedTravelDocument | null;
  readonly columns: Partial<FilledIn>;
}

/** What is known of a person before the change, for the completeness of the whole. */
export interface KnownPerson {
  readonly hasNames: boolean;
  readonly nationality: string | null;
  readonly residence: string | null;
  readonly hasDocument: boolean;
}
