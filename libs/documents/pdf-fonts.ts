import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** In the order in which a letter is looked for; the first has Devanagari too. */
const FONTS = [
  ['noto-sans', 'NotoSans'], ['noto-sans-sc', 'NotoSansSC'], ['noto-sans-kr', 'NotoSansKR'], ['noto-sans-arabic', 'NotoSansArabic'], ['noto-sans-thai', 'NotoSansThai'],
] as const;
// What these fonts have letters for; anything else would print as empty boxes.
const COVERED = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\p{Script=Hangul}\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Thai}\p{Script=Common}\p{Script=Inherited}]*$/u;

export const FONT_FAMILIES: readonly string[] = ['Noto Sans', 'Noto Sans SC', 'Noto Sans KR', 'Noto Sans Arabic', 'Noto Sans Thai'];

/** The files of the fonts that lie in the installation, so that every machine prints the same and none fetches any. */
export function readFonts(): Buffer[] {
  const { resolve } = createRequire(import.meta.url);
  return FONTS.map(([folder, file]) => readFileSync(resolve(`@expo-google-fonts/${folder}/400Regular/${file}_400Regular.ttf`)));
}

/** Whether a text can be printed in letters. Names in other scripts (Khmer, Georgian, Ethiopic ...) are printed by their Latin form. */
export function isPrintable(text: string): boolean {
  return COVERED.test(text);
}
