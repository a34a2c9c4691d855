import { defineLetter } from '#mail';
import { LETTER_PAGES } from './pages.js';

/** To a staff member; the first administrator's name is not known, so that letter greets nobody. */
export const staffInvitationLetter = defineLetter<{ invitationId: string; name: string; days: number }>('identity.staff-invitation', {
  urgent: true,
  samples: [
    { invitationId: '01980000-0000-7000-8000-000000000002', name: '陈思远', days: 3 },
    { invitationId: '01980000-0000-7000-8000-000000000002', name: '', days: 3 },
  ],
  render: ({ invitationId, name, days }, { t, locale, publicUrl, linkToken }) => ({
    subject: t('letter.identity.staff-invitation.subject'),
    preheader: t('letter.identity.staff-invitation.preheader'),
    blocks: [
      ...(name === '' ? [] : [{ p: t('letter.identity.staff-invitation.greeting', { name }) }]),
      { p: t('letter.identity.staff-invitation.text', { days }) },
      { button: { label: t('letter.identity.staff-invitation.button'), url: `${publicUrl}/${locale}${LETTER_PAGES.staffInvitation}?token=${linkToken('staff-invitation', invitationId)}` } },
      { note: t('letter.identity.staff-invitation.note') },
    ],
  }),
});
