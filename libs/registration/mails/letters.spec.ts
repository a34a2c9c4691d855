import { describe, expect, it } from '@jest/globals';
import { COMPLETE_LOCALES, t } from '#i18n';
import type { CompleteLocale } from '#i18n';
import type { Block, Letter, LetterContent, LetterContext } from '#mail';
import { registrationCancelledLetter } from './cancelled.mail.js';
import { registrationConfirmedLetter } from './confirmed.mail.js';
import { registrationDeclinedLetter } from './declined.mail.js';
import { registrationLinkLetter } from './link.mail.js';
import { registrationReceivedLetter } from './received.mail.js';
import { registrationWaitlistedLetter } from './waitlisted.mail.js';
import { registrationWithdrawnLetter } from './withdrawn.mail.js';

const context = (locale: CompleteLocale): LetterContext => ({
  locale, reader: locale, t: (key, values) => t(locale, key, values), publicUrl: 'https://conference.example', linkToken: (purpose, id) => `${purpose}-${id}`,
});

function printed<P extends object>(letter: Letter<P>): readonly { locale: CompleteLocale; content: LetterContent }[] {
  return COMPLETE_LOCALES.flatMap((locale) => letter.samples.map((sample) => ({ locale, content: letter.render(sample, context(locale)) })));
}
const words = (blocks: readonly Block[]): string => JSON.stringify(blocks);

const letters: readonly [string, readonly { locale: CompleteLocale; content: LetterContent }[]][] = [
  ['received', printed(registrationReceivedLetter)], ['confirmed', printed(registrationConfirmedLetter)], ['declined', printed(registrationDeclinedLetter)],
  ['waitlisted', printed(registrationWaitlistedLetter)], ['cancelled', printed(registrationCancelledLetter)], ['withdrawn', printed(registrationWithdrawnLetter)],
  ['link', printed(registrationLinkLetter)],
];

describe.each(letters)('the letter %s', (_kind, all) => {
  it('names the conference in the reader\'s language and leads to the page of the registration', () => {
    for (const { locale, content } of all) {
      const title = locale === 'en' ? 'Overseas Chinese Cooperation Conference' : '侨商合作发展大会';
      expect(content.subject).toContain(title);
      expect(words(content.blocks)).toContain(`https://conference.example/${locale}/registrations/0197a1c2-0000-7000-8000-000000000001`);
      expect(words(content.blocks)).toContain('CH25-7KM3Q9');
    }
  });

  it('greets by the name in the reader\'s script', () => {
    for (const { locale, content } of all) expect(words(content.blocks.slice(0, 1))).toMatch(locale === 'en' ? /Dear Lin Meiling,/ : /尊敬的(林美玲|Lin Meiling)：/);
  });

  it('says the days as that language does', () => {
    for (const { locale, content } of all) expect(words(content.blocks)).toMatch(locale === 'en' ? /1.3 June 2026/ : /2026年6月1日/);
  });
});

describe('the letter of a confirmed registration', () => {
  it('brings the ticket and the days for the calendar, as the clocks of the city go', () => {
    for (const { content } of printed(registrationConfirmedLetter)) {
      expect(content.blocks.some((block) => 'qr' in block && block.qr.text === 'ticket-0197a1c2-0000-7000-8000-000000000001')).toBe(true);
      const [file] = content.attachments ?? [];
      expect(file).toMatchObject({ filename: 'conference.ics', method: 'PUBLISH' });
      expect(String(file?.content)).toContain('DTSTART:20260531T160000Z');
      expect(String(file?.content)).toContain('DTEND:20260603T160000Z');
    }
  });
});

describe('a decision', () => {
  it('tells the reason where there is one', () => {
    const [withReason, without] = printed(registrationDeclinedLetter);
    expect(words(withReason?.content.blocks ?? [])).toContain('The conference office writes: All places');
    expect(words(without?.content.blocks ?? [])).not.toContain('writes');
  });
});
