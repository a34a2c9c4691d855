import { defineLetter } from '#mail';
import { LETTER_PAGES } from './pages.js';

/** The link is made while the letter is set: the ledger holds only the id. */
export const signInLinkLetter = defineLetter<{ linkId: string; minutes: number }>('identity.sign-in-link', {
  urgent: true,
  samples: [{ linkId: '01980000-0000-7000-8000-000000000001', minutes: 10 }],
  render: ({ linkId, minutes }, { t, locale, publicUrl, linkToken }) => ({
    subject: t('letter.identity.sign-in-link.subject'),
    preheader: t('letter.identity.sign-in-link.preheader', { minutes }),
    blocks: [
      { p: t('letter.identity.sign-in-link.text', { minutes }) },
      { button: { label: t('letter.identity.sign-in-link.button'), url: `${publicUrl}/${locale}${LETTER_PAGES.signIn}?token=${linkToken('sign-in', linkId)}` } },
      { note: t('letter.identity.sign-in-link.note') },
    ],
  }),
});
