import { hasForbiddenCharacters, tidy } from '#kernel';

const LONGEST = 200;

/** An organisation's name or a title there, tidied; null where empty; `undefined` where it holds what no name may or is too long. */
export function lineOfText(typed: string, longest: number = LONGEST): string | null | undefined {
  const text = tidy(typed);
  if (text === '') return null;
  return hasForbiddenCharacters(text) || text.length > longest ? undefined : text;
}
