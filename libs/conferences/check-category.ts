import type { FieldProblem, LocalizedText } from '#kernel';
import { slugProblems } from './address.rules.js';
import { checkForm } from './check-form.js';
import type { QuestionInput } from './check-form.js';
import type { Question } from './form.js';
import { checkOptionalText, checkText, problemsOf, valueOf } from './texts.rules.js';
import type { Checked } from './texts.rules.js';

/** A category as an organiser describes it: the whole of it, also when it is changed. */
export interface CategoryDescription {
  readonly key: string;
  readonly title: LocalizedText;
  readonly description?: LocalizedText | null | undefined;
  /** Null is as many as come. */
  readonly capacity?: number | null | undefined;
  readonly needsApproval: boolean;
  readonly invitationOnly: boolean;
  readonly opensAt?: Date | null | undefined;
  readonly closesAt?: Date | null | undefined;
  /** 0 is no line, null one without limit. */
  readonly waitlistLimit?: number | null | undefined;
  readonly offerMinutes: number;
  readonly asksTravelDocument: boolean;
  readonly questions: readonly QuestionInput[];
}

export interface CheckedCategory {
  readonly columns: {
    readonly title: LocalizedText;
    readonly description: LocalizedText | null;
    readonly needsApproval: boolean;
    readonly invitationOnly: boolean;
    readonly opensAt: Date | null;
    readonly closesAt: Date | null;
    readonly waitlistLimit: number | null;
    readonly offerMinutes: number;
    readonly asksTravelDocument: boolean;
  };
  readonly capacity: number | null;
  readonly questions: readonly Question[];
}

const MOST_PLACES = 10_000_000;
/** An offer that runs out before a letter is read helps nobody; one longer than 30 days keeps the line waiting. */
const OFFER_MINUTES = { min: 5, max: 43_200 };

export function checkCategory(input: CategoryDescription): Checked<CheckedCategory> {
  const title = checkText(input.title, 'title', 'line');
  const description = checkOptionalText(input.description, 'description', 'page');
  const questions = checkForm(input.questions);
  const opensAt = input.opensAt ?? null;
  const closesAt = input.closesAt ?? null;
  const problems: readonly FieldProblem[] = [
    ...slugProblems(input.key, 'key'), ...problemsOf(title, description),
    ...countProblems(input.capacity ?? null, 'capacity', { min: 0, max: MOST_PLACES }),
    ...(opensAt !== null && closesAt !== null && closesAt <= opensAt ? [{ path: 'closesAt', code: 'ends-before-start' }] : []),
    ...countProblems(input.waitlistLimit ?? null, 'waitlistLimit', { min: 0, max: MOST_PLACES }),
    ...countProblems(input.offerMinutes, 'offerMinutes', OFFER_MINUTES), ...problemsOf(questions),
  ];
  if (problems.length > 0) return { problems };
  const { needsApproval, invitationOnly, offerMinutes, asksTravelDocument } = input;
  return {
    value: {
      columns: {
        title: valueOf(title), description: valueOf(description), needsApproval, invitationOnly, opensAt, closesAt,
        waitlistLimit: input.waitlistLimit ?? null, offerMinutes, asksTravelDocument,
      },
      capacity: input.capacity ?? null,
      questions: valueOf(questions),
    },
  };
}

function countProblems(count: number | null, path: string, { min, max }: { min: number; max: number }): readonly FieldProblem[] {
  if (count === null) return [];
  if (!Number.isInteger(count) || count < min) return [{ path, code: 'too-small', data: { min } }];
  return count > max ? [{ path, code: 'too-large', data: { max } }] : [];
}
