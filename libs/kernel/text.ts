// C0 and C1 controls, and the characters that turn the direction of text around them (UAX #9 explicit formatting).
const FORBIDDEN = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;

/** Whether text holds control or direction-override characters, which no name or title may. */
export function hasForbiddenCharacters(text: string): boolean {
  return FORBIDDEN.test(text);
}

/** Text as we keep it: NFC (Unicode TR15), outer space gone, inner runs of space as one. */
export function tidy(text: string): string {
  return text.normalize('NFC').trim().replace(/\s+/gu, ' ');
}
