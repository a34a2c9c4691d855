import { expect, it } from '@jest/globals';
import { t } from '#i18n';
import { valuesInWords } from './warning-words.js';

it('fills a warning with what its reader calls days, languages and names', () => {
  expect(t('en', 'warning.programme.untranslated-title', valuesInWords('en', { languages: ['ar', 'zh-Hans'] }))).toBe('The title is missing in: Arabic and Simplified Chinese.');
  expect(t('en', 'warning.programme.outside-dates', valuesInWords('en', { startsOn: '2026-06-01', endsOn: '2026-06-03' }))).toContain('1 June 2026 to 3 June 2026');
  const speaker = { 'en': 'Amina Yusuf', 'zh-Hans': '阿米娜' };
  expect(t('zh-Hans', 'warning.programme.speaker-overlap', valuesInWords('zh-Hans', { speaker }))).toContain('阿米娜');
  expect(valuesInWords('fr', { speaker, quantity: 2 })).toEqual({ speaker: 'Amina Yusuf', quantity: 2 });
});
