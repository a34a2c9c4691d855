import type { FieldProblem } from '#kernel';
import type { KnownPerson } from './details.js';
import type { KeptConsent } from './registration.entity.js';

interface Whole {
  readonly person: KnownPerson;
  readonly consents: readonly KeptConsent[];
}

/** What every registration must have agreed to before it is handed in. */
export const REQUIRED_CONSENT = 'privacy';

/**
 * What is still missing before a registration may be handed in (the form's own questions apart): a name, the consent to
 * the privacy notice and, where the category asks for it, where the person comes from and a travel document.
 */
export function missingDetails({ person, consents }: Whole, category: { readonly asksTravelDocument: boolean }): FieldProblem[] {
  const missing: string[] = [];
  if (!person.hasNames) missing.push('names');
  if (category.asksTravelDocument) {
    if (person.nationality === null) missing.push('nationality');
    if (person.residence === null) missing.push('residence');
    if (!person.hasDocument) missing.push('travelDocument');
  }
  if (!consents.some(({ key }) => key === REQUIRED_CONSENT)) missing.push(`consents.${REQUIRED_CONSENT}`);
  return missing.map((path) => ({ path, code: 'required' }));
}

/** A draft may lack anything; but what belongs to a person needs somebody it belongs to. */
export function missingInDraft(person: KnownPerson, touchesPerson: boolean): FieldProblem[] {
  return touchesPerson && !person.hasNames ? [{ path: 'names', code: 'required' }] : [];
}

/** Of several problems of one field the first counts: a malformed one is not also missing. */
export function withoutRepeats(problems: readonly FieldProblem[]): readonly FieldProblem[] {
  const seen = new Set<string>();
  return problems.filter(({ path }) => {
    const repeated = [...seen].some((known) => known === path || known.startsWith(`${path}.`));
    seen.add(path);
    return !repeated;
  });
}
