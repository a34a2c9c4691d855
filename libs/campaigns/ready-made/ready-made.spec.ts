import { describe, expect, it } from '@jest/globals';
import type { FilledText } from '#mail';
import { CompiledTemplate, problemsOf } from '../template/compiled-template.js';
import { PLACEHOLDERS } from '../template/placeholders.js';
import type { PlaceholderValues } from '../template/placeholders.js';
import { FULL_VALUES } from '../template/sample-values.js';
import { READY_MADE } from './ready-made.js';
import { readyMadeTexts } from './ready-made-texts.js';

const LOCALES = ['en', 'zh-Hans', 'es', 'fr', 'ru', 'ar', 'pt', 'id'];
// A reader of whom only the address is known.
const STRANGER = Object.fromEntries(PLACEHOLDERS.map((name) => [name, /^conference|link$|places$|address$/.test(name) ? FULL_VALUES[name] : ''])) as unknown as PlaceholderValues;
const whole = ({ fixed, filled }: FilledText): string => fixed.map((part, at) => part + (filled[at] ?? '')).join('');

describe.each(READY_MADE)('the ready-made %s', (kind) => {
  const texts = readyMadeTexts(kind);

  it('is there in eight languages, and nothing is wrong with it', () => {
    expect(Object.keys(texts)).toEqual(LOCALES);
    expect(problemsOf(texts, kind !== 'THANKS')).toEqual([]);
  });

  it.each(LOCALES)('reads well in %s, to who is known well and to a stranger', (locale) => {
    const template = CompiledTemplate.of(texts, []);
    const full = template.fill(locale, () => FULL_VALUES);
    const bare = template.fill(locale, () => STRANGER);
    expect(whole(full.text)).toContain(kind === 'THANKS' ? FULL_VALUES['conference.link'] : FULL_VALUES['invitation.link']);
    for (const letter of [full, bare]) {
      expect(whole(letter.text)).not.toMatch(/\{[{%]|[%}]\}|\*\*|link\.invalid|[\uE000\uE001]/u);
      expect(whole(letter.html)).not.toMatch(/\{[{%]|link\.invalid|[\uE000\uE001]/u);
    }
    if (kind === 'INVITATION') expect(full.blocks().find((block) => 'facts' in block)).toMatchObject({ facts: [{ value: '1–3 June 2026' }, { value: 'Chongqing, China' }, { value: 'Delegate' }, { value: 'the host' }] });
  });
});
