export interface SaidNames {
  /** In whatever script. */
  readonly name: string | null;
  readonly native: string | null;
  readonly latin: string | null;
  readonly family: string | null;
  readonly given: string | null;
}

const HAN = '\\p{Script=Han}';
const BETWEEN_HAN = new RegExp(`(?<=${HAN})\\s+(?=${HAN})`, 'gu');
const OTHER_LETTER = /(?!\p{Script=Latin})\p{L}/u;
const LATIN_LETTER = /\p{Script=Latin}/u;

/**
 * A contact's native and Latin name from what the columns say. A name in one column goes by its script; where it holds
 * both (王小明 Wang Xiaoming), it is parted. Chinese lists space two-character names out (李　娜): closed up again.
 */
export function nameParts({ name, native, latin, family, given }: SaidNames): { readonly nativeName: string | null; readonly latinName: string | null } {
  const joined = [given, family].filter((part) => part !== null);
  const isHanPair = joined.length > 0 && joined.every((part) => OTHER_LETTER.test(part));
  const pair = joined.length === 0 ? null : isHanPair ? [family, given].filter((part) => part !== null).join('') : joined.join(' ');
  const parts = partedName(name);
  const spoken = partedName(pair);
  return {
    nativeName: closedUp(native ?? parts.native ?? spoken.native),
    latinName: latin ?? spoken.latin ?? parts.latin ?? (native === null || OTHER_LETTER.test(native) ? null : native),
  };
}

function partedName(name: string | null): { readonly native: string | null; readonly latin: string | null } {
  if (name === null || !OTHER_LETTER.test(name)) return { native: null, latin: name };
  if (!LATIN_LETTER.test(name)) return { native: name, latin: null };
  const words = name.replace(/[()（）[\]【】/,，]/gu, ' ').replace(new RegExp(`(${HAN})(?=\\p{Script=Latin})|(\\p{Script=Latin})(?=${HAN})`, 'gu'), '$1$2 ').split(/\s+/u);
  const latin = words.filter((word) => word !== '' && !OTHER_LETTER.test(word));
  const native = words.filter((word) => OTHER_LETTER.test(word));
  return { native: native.join(' '), latin: latin.length === 0 ? null : latin.join(' ') };
}

function closedUp(name: string | null): string | null {
  return name === null ? null : name.replace(BETWEEN_HAN, '');
}
