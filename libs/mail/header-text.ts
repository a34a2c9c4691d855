/** Text that would break a header of a mail, or write one of its own (CR, LF and other controls). */
export class ForbiddenHeaderText extends Error {
  override readonly name = 'ForbiddenHeaderText';

  constructor(readonly header: string) {
    super(`${header} holds a line break or another control character`);
  }
}

// C0, DEL, C1, and the two Unicode separators that some readers take for line breaks.
const FORBIDDEN = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/u;

/** @throws ForbiddenHeaderText */
export function headerText(header: string, text: string): string {
  if (FORBIDDEN.test(text)) throw new ForbiddenHeaderText(header);
  return text;
}
