import { defineLetter } from '#mail';
import { LETTER_PAGES } from './pages.js';

/** To the new address: the link proves that its letters arrive. */
export const addressChangeLetter = defineLetter<{ changeId: string; minutes: number }>('identity.address-change', {
  urgent: true,
  samples: [{ changeId: '01980000-0000-7000-8000-000000000003', minutes: 60 }],
  render: ({ changeId, minutes }, { t, locale, publicUrl, linkToken }) => ({
    subject: t('letter.identity.address-change.subject'),
    preheader: t('letter.identity.address-change.preheader', { minutes }),
    blocks: [
      { p: t('letter.identity.address-change.text', { minutes }) },
      { button: { label: t('letter.identity.address-change.button'), url: `${publicUrl}/${locale}${LETTER_PAGES.confirmAddress}?token=${linkToken('address-change', changeId)}` } },
      { note: t('letter.identity.address-change.note') },
    ],
  }),
});

/** To the old address, when a change was asked for: its owner learns of it while it can still be stopped. */
export const addressChangeNoticeLetter = defineLetter<Record<string, never>>('identity.address-change-notice', {
  samples: [{}],
  render: (_props, { t }) => ({
    subject: t('letter.identity.address-change-notice.subject'),
    preheader: t('letter.identity.address-change-notice.preheader'),
    blocks: [{ p: t('letter.identity.address-change-notice.text') }, { note: t('letter.identity.address-change-notice.note') }],
  }),
});

/** To both addresses, once it is done; `byStaff` where the owner had lost the old one. */
export const addressChangedLetter = defineLetter<{ byStaff: boolean }>('identity.address-changed', {
  samples: [{ byStaff: true }, { byStaff: false }],
  render: ({ byStaff }, { t }) => ({
    subject: t('letter.identity.address-changed.subject'),
    preheader: t('letter.identity.address-changed.preheader'),
    blocks: [{ p: t(byStaff ? 'letter.identity.address-changed.by-staff' : 'letter.identity.address-changed.by-owner') }, { note: t('letter.identity.address-changed.note') }],
  }),
});
