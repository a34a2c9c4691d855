import { formatInstant } from '#i18n';
import { textFor } from '#kernel';
import type { InvitationId } from '#kernel';
import { defineLetter } from '#mail';
import type { Block, LetterContext } from '#mail';
import { invitationLink } from '../invitation-link.js';
import { conferenceFacts, sampleConference } from './invitation-props.js';
import type { InvitationSentProps } from './invitation-props.js';

const sample: InvitationSentProps = {
  invitationId: '0197a1c2-0000-7000-8000-000000000005' as InvitationId, name: 'Dr Amara Okafor', conference: sampleConference, category: null, delegation: null,
  sponsor: null, places: 1, expiresAt: null, insteadOf: null, words: null,
};

/** Invites one person by name. The link leads to a page with buttons: following it, as mail scanners do, answers nothing. */
export const invitationSentLetter = defineLetter<InvitationSentProps>('invitation.sent', {
  samples: [
    sample,
    {
      ...sample, category: { 'en': 'Speaker', 'zh-Hans': '演讲嘉宾' }, delegation: { 'en': 'Delegation of Nigeria', 'zh-Hans': '尼日利亚代表团' }, sponsor: 'Lagos Chamber of Commerce',
      places: 3, expiresAt: '2026-05-01T15:59:00.000Z', insteadOf: 'Ngozi Adeyemi', words: 'We met in Lagos last year.\nIt would be an honour to have you speak.',
    },
  ],
  render: (props, context) => {
    const words = { conference: textFor(props.conference.title, context.reader), name: props.name };
    return {
      subject: context.t('letter.invitation.sent.subject', words),
      preheader: context.t('letter.invitation.sent.preheader'),
      blocks: [
        { p: context.t('letter.invitation.hello', words) },
        { p: props.insteadOf === null ? context.t('letter.invitation.sent.text', words) : context.t('letter.invitation.sent.instead-of', { ...words, proposer: props.insteadOf }) },
        ...(props.words === null ? [] : [{ p: props.words }]),
        factsOf(props, context),
        { button: { label: context.t('letter.invitation.sent.button'), url: `${context.publicUrl}${invitationLink(context, props.invitationId, context.locale)}` } },
        { note: context.t('letter.invitation.sent.note') },
      ],
    };
  },
});

function factsOf(props: InvitationSentProps, context: LetterContext): Block {
  const { category, delegation, sponsor, places, expiresAt, conference } = props;
  const fact = (label: Parameters<LetterContext['t']>[0], value: string | null): { label: string; value: string }[] => (value === null ? [] : [{ label: context.t(label), value }]);
  return {
    facts: [
      ...conferenceFacts(conference, context),
      ...fact('letter.invitation.fact.category', category === null ? null : textFor(category, context.reader)),
      ...fact('letter.invitation.fact.delegation', delegation === null ? null : textFor(delegation, context.reader)),
      ...fact('letter.invitation.fact.sponsor', sponsor),
      ...fact('letter.invitation.fact.places', places === 1 ? null : String(places)),
      ...fact('letter.invitation.fact.until', expiresAt === null ? null : formatInstant(context.locale, new Date(expiresAt), conference.timeZone)),
    ],
  };
}
