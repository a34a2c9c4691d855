import { SelectField, Summary, TextField } from '../../forms/field.js';
import type { FormAnswer } from '../../forms/problems.js';
import { useTexts } from '../../i18n/use-texts.js';
import { wallClockIn } from './instant-in.js';
import { ANSWER_WAYS, REPLIES } from './invitation-desk.js';
import type { OneInvitation } from './invitation-desk.js';
import { useInvitationNames } from './invitation-names.js';

const SPEAKING = ['OPEN', 'TENTATIVE', 'ACCEPTED', 'DECLINED'];

/** What staff may do with an invitation, each in a form that folds out. */
export function InvitationForms({ invitation, answer }: { readonly invitation: OneInvitation; readonly answer: FormAnswer | undefined }): React.ReactElement {
  const { t, own } = useTexts();
  const names = useInvitationNames();
  const given = answer?.values['do']?.[0];
  const of = (task: string): FormAnswer | undefined => (given === task ? answer : undefined);
  const { conference } = invitation;
  const isSpeaking = SPEAKING.includes(invitation.state);
  const labels = { ...names, 'substitute.name': t('console.invitations.substitute.name'), 'substitute.email': t('console.invitations.substitute.email'), 'code': t('console.invitations.tie.code') };
  const fold = (task: string, title: string, children: React.ReactNode, button: string, danger = false): React.ReactElement => (
    <details open={of(task) !== undefined}>
      <summary>{title}</summary>
      <form method="post" noValidate><Summary answer={of(task)} names={labels} />{children}<button className={danger ? 'danger' : 'second'} type="submit" name="do" value={task}>{button}</button></form>
    </details>
  );
  return (
    <div className="narrow start">
      {isSpeaking && fold('record', t('console.invitations.record'), <>
        <div className="beside">
          <SelectField name="answer" label={t('console.invitations.record.answer')} answer={of('record')} required choices={REPLIES.map((one) => ({ value: one, label: t(`console.invitations.deed.${one}`, { places: 0 }) }))} value="ACCEPT" />
          <SelectField name="via" label={t('console.invitations.record.via')} answer={of('record')} required choices={ANSWER_WAYS.map((one) => ({ value: one, label: t(`console.invitations.way.${one}`) }))} value="PHONE" />
        </div>
        <TextField name="reason" label={t('console.invitations.record.note')} lines={2} answer={of('record')} />
        <div className="beside"><TextField name="substitute.name" label={labels['substitute.name']} answer={of('record')} /><TextField name="substitute.email" type="email" label={labels['substitute.email']} answer={of('record')} ltr /></div>
        <TextField name="wanted" type="number" label={t('console.invitations.places.wanted')} answer={of('record')} ltr />
      </>, t('console.invitations.record.save'))}
      {(isSpeaking || invitation.state === 'EXPIRED') && fold('change', t('console.invitations.change'), <>
        <input type="hidden" name="version" value={invitation.version} /><input type="hidden" name="zone" value={conference.timeZone} />
        <div className="beside"><TextField name="places" type="number" label={names.places} value={String(invitation.askedPlaces ?? invitation.places)} answer={of('change')} required ltr /><TextField name="expiresAt" type="datetime-local" label={names.expiresAt} value={wallClockIn(invitation.expiresAt, conference.timeZone)} answer={of('change')} ltr /></div>
        <SelectField name="category" label={names.category} answer={of('change')} choices={conference.categories.map(({ key, title }) => ({ value: key, label: own(title) }))} value={invitation.category?.key} none={t('console.invitations.category.any')} />
        <TextField name="sponsor" label={names.sponsor} value={invitation.sponsor} answer={of('change')} />
        <div className="field"><label className="choice"><input type="checkbox" name="isPersonal" value="yes" defaultChecked={invitation.isPersonal} /> <span>{t('console.invitations.locked')}</span></label></div>
        <TextField name="reason" label={names.reason} answer={of('change')} />
      </>, t('console.invitations.change.save'))}
      {isSpeaking && fold('tie', t('console.invitations.tie'), <>
        <p className="quiet">{t('console.invitations.tie.text')}</p>
        <input type="hidden" name="conference" value={conference.id} /><TextField name="code" label={labels.code} answer={of('tie')} required ltr />
      </>, t('console.invitations.tie.save'))}
      {(isSpeaking || invitation.state === 'EXPIRED') && fold('replace', t('console.invitations.replace'), <>
        <TextField name="name" label={names.name} answer={of('replace')} required /><TextField name="email" type="email" label={names.email} answer={of('replace')} required ltr /><TextField name="reason" label={names.reason} answer={of('replace')} />
      </>, t('console.invitations.replace.save'))}
      {isSpeaking && fold('revoke', t('console.invitations.revoke'), <><p className="quiet">{t('console.invitations.revoke.text')}</p><TextField name="reason" label={names.reason} answer={of('revoke')} /></>, t('console.invitations.revoke'), true)}
    </div>
  );
}
