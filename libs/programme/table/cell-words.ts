import type { NewSpeaker } from '../speaker-input.js';
import type { SpeakerRole } from '../speaker.entity.js';

/** The names in a cell, each with what stands in brackets behind it as affiliation. Commas part names only where nothing else does. */
export function speakersIn(cell: string, role: SpeakerRole, locale: string): NewSpeaker[] {
  const parted = [/[;；|\n]/u, /、/u, /[,，]/u].find((mark) => mark.test(cell));
  return (parted === undefined ? [cell] : cell.split(parted)).map((name) => name.trim()).filter((name) => name !== '').map((text) => {
    const [, name = text, affiliation] = /^(.+?)\s*[(（]([^()（）]+)[)）]$/u.exec(text) ?? [];
    return { name: { [locale]: name }, role, ...(affiliation === undefined ? {} : { affiliation: { [locale]: affiliation.trim() } }) };
  });
}

/** The language that a cell names, BCP 47; nothing where it names none. */
export function languageIn(cell: string): string | undefined {
  const plain = cell.normalize('NFKC').trim().toLowerCase();
  if (/^(中文|汉语|普通话|chinese|mandarin|zh(-.*)?|cn)$/u.test(plain)) return 'zh-Hans';
  if (/^(英文|英语|english)$/u.test(plain)) return 'en';
  return /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/.test(plain) ? Intl.getCanonicalLocales(plain)[0] : undefined;
}
