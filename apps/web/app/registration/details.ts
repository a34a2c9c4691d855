import { chosen, line } from '../forms/problems.js';
import type { VariablesOf } from '../api/graphql.js';
import { PRIVACY_VERSION } from './draft.js';
import type { DraftData, Step, UpdateDraft } from './draft.js';

type Details = VariablesOf<typeof UpdateDraft>['input']['details'];

/** What one step's form says, as the API wants it. An empty field empties what was there. */
export function detailsOf(step: Step, form: FormData, draft: DraftData, uploaded: ReadonlyMap<string, string>): Details {
  switch (step) {
    case 'names':
      return {
        names: {
          native: line(form, 'names.native'), latinFamily: line(form, 'names.latinFamily') ?? '', latinGiven: line(form, 'names.latinGiven'),
          order: form.get('names.order') === 'FAMILY_FIRST' ? 'FAMILY_FIRST' : 'GIVEN_FIRST',
          salutation: line(form, 'names.salutation'), badge: line(form, 'names.badge'),
        },
      };
    case 'contact':
      return {
        nationality: line(form, 'nationality'), residence: line(form, 'residence'), phone: line(form, 'phone'), organisation: line(form, 'organisation'),
        jobTitle: line(form, 'jobTitle'), languages: chosen(form, 'languages'), interpretation: line(form, 'interpretation'),
        dietaryNeeds: line(form, 'dietaryNeeds'), accessNeeds: line(form, 'accessNeeds'),
      };
    case 'document': {
      const number = line(form, 'travelDocument.number');
      const kind = line(form, 'travelDocument.kind');
      if (number === null && draft.travelDocument !== null && isAsKept(form, draft.travelDocument)) return {};
      return {
        travelDocument: {
          kind: kind === 'IDENTITY_CARD' || kind === 'TRAVEL_PERMIT' || kind === 'OTHER' ? kind : 'PASSPORT',
          number: number ?? '', issuedBy: line(form, 'travelDocument.issuedBy') ?? '', expiresOn: line(form, 'travelDocument.expiresOn'),
        },
      };
    }
    case 'questions':
      return { answers: draft.category.form.questions.flatMap((question) => answerOf(question, form, draft, uploaded)) };
    case 'consent':
      return { consents: ['privacy', 'photography'].filter((key) => form.get(`consents.${key}`) === 'yes').map((key) => ({ key, textVersion: PRIVACY_VERSION })) };
    case 'review':
      return {};
  }
}

/** Nobody is shown the number of a document, so who changes anything else of it writes the number anew; else the change would be lost without a word. */
function isAsKept(form: FormData, kept: NonNullable<DraftData['travelDocument']>): boolean {
  return (['kind', 'issuedBy', 'expiresOn'] as const).every((name) => line(form, `travelDocument.${name}`) === kept[name]);
}

type Question = DraftData['category']['form']['questions'][number];
type AnswerInput = NonNullable<Details['answers']>[number];

function answerOf(question: Question, form: FormData, draft: DraftData, uploaded: ReadonlyMap<string, string>): AnswerInput[] {
  const name = `answers.${question.key}`;
  const text = line(form, name);
  // Named without a value: an answer that was given earlier is taken back.
  const blank = { question: question.key };
  switch (question.kind) {
    case 'CHOICE':
    case 'CHOICES': {
      const choices = chosen(form, name);
      return choices.length === 0 ? [blank] : [{ question: question.key, choices }];
    }
    case 'YES_NO':
      return text === null ? [blank] : [{ question: question.key, yes: text === 'true' }];
    case 'DATE':
      return text === null ? [blank] : [{ question: question.key, date: text }];
    case 'COUNTRY':
      return text === null ? [blank] : [{ question: question.key, country: text }];
    case 'FILE': {
      const kept = draft.answers.find((answer) => answer.question === question.key)?.file?.id;
      const fileId = uploaded.get(name) ?? kept;
      return fileId === undefined ? [blank] : [{ question: question.key, fileId }];
    }
    case 'TEXT':
    case 'LONG_TEXT':
    case 'ORGANISATION':
      return text === null ? [blank] : [{ question: question.key, text }];
  }
}
