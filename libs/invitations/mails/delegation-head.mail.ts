import { textFor } from '#kernel';
import type { DelegationId, LocalizedText } from '#kernel';
import { defineLetter } from '#mail';
import { conferenceFacts, sampleConference } from './invitation-props.js';
import type { InvitedTo } from './invitation-props.js';

export interface DelegationHeadProps {
  readonly delegationId: DelegationId;
  readonly name: string;
  readonly delegation: LocalizedText;
  readonly conference: InvitedTo;
  readonly quotas: readonly { readonly category: LocalizedText; readonly places: number }[];
}

/** Tells somebody that they head a delegation, with its places. The button opens nothing by itself: one signs in by link. */
export const delegationHeadLetter = defineLetter<DelegationHeadProps>('invitation.delegation-head', {
  samples: [{
    delegationId: '0197a1c2-0000-7000-8000-000000000006' as DelegationId, name: 'Ngozi Adeyemi', delegation: { 'en': 'Delegation of Nigeria', 'zh-Hans': '尼日利亚代表团' },
    conference: sampleConference, quotas: [{ category: { 'en': 'Delegate', 'zh-Hans': '代表' }, places: 12 }, { category: { 'en': 'Media', 'zh-Hans': '媒体' }, places: 2 }],
  }],
  render: (props, context) => {
    const words = { conference: textFor(props.conference.title, context.reader), delegation: textFor(props.delegation, context.reader), name: props.name };
    return {
      subject: context.t('letter.invitation.delegation-head.subject', words),
      preheader: context.t('letter.invitation.delegation-head.preheader'),
      blocks: [
        { p: props.name === '' ? context.t('letter.invitation.hello-nameless') : context.t('letter.invitation.hello', words) },
        { p: context.t('letter.invitation.delegation-head.text', words) },
        { facts: [...conferenceFacts(props.conference, context), ...props.quotas.map(({ category, places }) => ({ label: textFor(category, context.reader), value: String(places) }))] },
        { button: { label: context.t('letter.invitation.delegation-head.button'), url: `${context.publicUrl}/${context.locale}/delegations/${props.delegationId}` } },
        { note: context.t('letter.invitation.delegation-head.note') },
      ],
    };
  },
});
