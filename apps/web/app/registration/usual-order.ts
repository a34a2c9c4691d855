/** Whoever writes in these languages is called by the family name first. */
const FAMILY_FIRST: readonly string[] = ['zh', 'vi'];

/** How a name is put together until its owner says otherwise, by the language in which the form is filled in (BCP 47). */
export function usualOrder(locale: string): 'FAMILY_FIRST' | 'GIVEN_FIRST' {
  return FAMILY_FIRST.includes(locale.split('-')[0] ?? '') ? 'FAMILY_FIRST' : 'GIVEN_FIRST';
}
