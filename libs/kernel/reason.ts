import { hasForbiddenCharacters } from './text.js';
import type { FieldProblem } from './refusal.js';

/** The longest reason that is kept, in characters. */
export const LONGEST_REASON = 1_000;

/** A reason as it is kept and printed in letters, or what is wrong with it. */
export function checkReason(typed: string | null | undefined, path: string, isRequired: boolean): string | null | readonly FieldProblem[] {
  const reason = (typed ?? '').normalize('NFC').trim();
  if (reason === '') return isRequired ? [{ path, code: 'required' }] : null;
  if (reason.length > LONGEST_REASON) return [{ path, code: 'too-long', data: { max: LONGEST_REASON } }];
  return hasForbiddenCharacters(reason.replace(/[\n\r\t]/g, ' ')) ? [{ path, code: 'forbidden-characters' }] : reason;
}
