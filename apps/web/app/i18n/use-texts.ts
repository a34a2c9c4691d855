import { useLocation } from 'react-router';
import { localeOfPath, textsFor } from './texts.js';
import type { Texts } from './texts.js';

/** The texts of the page that is being rendered, in the language its address names. */
export function useTexts(): Texts {
  return textsFor(localeOfPath(useLocation().pathname));
}
