import { createRequire } from 'node:module';
import { searchWords } from '#kernel';
import type * as PinyinPro from 'pinyin-pro';

const load = createRequire(import.meta.url);

const HAN_NAME = /^[\p{Script=Han}·・\s]+$/u;

/**
 * Spellings of a Latin name that are one person's: its letters in the order written, and with the last or the first word
 * moved to the other end, since family names stand before or after. Wang Xiaoming, WANG Xiao-Ming and Xiaoming Wang share one.
 */
export function latinKeys(name: string | null): readonly string[] {
  const words = name === null ? [] : searchWords(name);
  if (words.length < 2) return words.length === 0 ? [] : [words.join('')];
  const orders = [words, [...words.slice(-1), ...words.slice(0, -1)], [...words.slice(1), ...words.slice(0, 1)]];
  return [...new Set(orders.map((order) => order.join('')))];
}

/** The name's own letters; for a Chinese name its pinyin too, the family name first and last (曾 as a name is Zeng). */
export function nativeKeys(name: string | null): readonly string[] {
  if (name === null) return [];
  const letters = searchWords(name).join('');
  if (!HAN_NAME.test(name)) return [...new Set([letters, ...latinKeys(name)])];
  return [...new Set([letters, ...readings(name.replace(/[·・\s]/gu, ''))])];
}

function readings(han: string): readonly string[] {
  // Loaded with the first Chinese name: its dictionary takes 4 MB of every process that has it.
  const { pinyin } = load('pinyin-pro') as typeof PinyinPro;
  const syllables = pinyin(han, { toneType: 'none', type: 'array', surname: 'head', v: true });
  const family = syllables.slice(0, familyLength(han));
  const given = syllables.slice(family.length);
  const plain = (parts: readonly string[]): string => parts.join('').replace(/[^a-z]/g, '');
  return given.length === 0 ? [plain(syllables)] : [plain(syllables), plain([...given, ...family])];
}

// The compound family names that are still borne (Hundred Family Surnames); all others are one character.
const COMPOUND = new Set(['欧阳', '司马', '上官', '诸葛', '司徒', '东方', '皇甫', '尉迟', '公孙', '慕容', '令狐', '宇文', '长孙', '夏侯', '端木', '南宫', '独孤', '轩辕', '歐陽', '司馬', '諸葛', '東方', '長孫', '尉遲']);

function familyLength(han: string): number {
  return han.length > 2 && COMPOUND.has(han.slice(0, 2)) ? 2 : 1;
}
