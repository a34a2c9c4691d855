import type { TemplateTexts } from '../template/compiled-template.js';
import { arabic } from './ar.js';
import { english } from './en.js';
import { french } from './fr.js';
import { indonesian } from './id.js';
import { portuguese } from './pt.js';
import type { ReadyMade, ReadyMadeKind } from './ready-made.js';
import { russian } from './ru.js';
import { spanish } from './es.js';
import { simplifiedChinese } from './zh-hans.js';

const LETTERS: Readonly<Record<string, ReadyMade>> = {
  'en': english, 'zh-Hans': simplifiedChinese, 'es': spanish, 'fr': french, 'ru': russian, 'ar': arabic, 'pt': portuguese, 'id': indonesian,
};

/** A letter that the house has ready, in all of its languages: a beginning, which staff make their own. */
export function readyMadeTexts(kind: ReadyMadeKind): TemplateTexts {
  return Object.fromEntries(Object.entries(LETTERS).map(([locale, letters]) => [locale, letters[kind]]));
}
