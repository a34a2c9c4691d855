import { ChoiceField, SelectField, TextField } from '../../forms/field.js';
import type { FormAnswer } from '../../forms/problems.js';
import { useTexts } from '../../i18n/use-texts.js';
import { SCHEDULES, wallClock } from './campaign-data.js';
import { NEW_LETTER } from './first-letter.js';

interface Draft {
  readonly name: string;
  readonly template: { readonly id: string };
  readonly audience: { readonly id: string } | null;
  readonly fromName: string | null;
  readonly replyTo: string | null;
  readonly replyBy: string | null;
  readonly schedule: { readonly kind: (typeof SCHEDULES)[number]; readonly at: string | null; readonly day: string | null };
  readonly pace: { readonly perMinute: number | null; readonly domainPerMinute: number | null; readonly warmUp: readonly number[]; readonly quietFrom: string | null; readonly quietUntil: string | null };
  readonly invitation: { readonly category: { readonly id: string } | null; readonly places: number; readonly locked: boolean; readonly expiresAt: string | null; readonly sponsor: string | null } | null;
}

interface FieldsProps {
  readonly draft: Draft | null;
  readonly answer: FormAnswer | undefined;
  readonly templates: readonly { readonly id: string; readonly name: string; readonly purpose: 'INVITATION' | 'REMINDER' | 'NEWS' | 'THANKS' }[];
  readonly audiences: readonly { readonly id: string; readonly name: string }[];
  /** Whom it writes to, where that is settled already and nothing is to be chosen. */
  readonly readers?: React.ReactNode;
  /** Where the draft has none. */
  readonly name?: string | undefined;
  /** Whether the letter may still be unwritten; it is the choice that is made where there is no other. */
  readonly mayBeNew?: boolean;
  readonly conference: { readonly timeZone: string; readonly categories: readonly { readonly id: string; readonly title: Record<string, string> }[] };
  /** The audience that was chosen on the way here. */
  readonly audienceId?: string | null;
}

/** What staff decide of a campaign: letter, readers, replies, time, pace, and the right that an invitation gives. */
export function CampaignFields({ draft, answer, templates, audiences, conference, audienceId, readers, name, mayBeNew = false }: FieldsProps): React.ReactElement {
  const { t, own } = useTexts();
  const zone = conference.timeZone;
  const terms = draft?.invitation;
  const letters = [...mayBeNew ? [{ value: NEW_LETTER, label: t('console.campaign.new-letter') }] : [], ...templates.map(({ id, name: title, purpose }) => ({ value: id, label: `${title} (${t(`campaign.what.${purpose}`)})` }))];
  const choices = (rows: readonly { readonly id: string; readonly name: string }[]) => rows.map((row) => ({ value: row.id, label: row.name }));
  return (
    <>
      {readers}
      <TextField name="name" label={t('console.campaigns.name')} hint={t('console.campaigns.name-hint')} value={draft?.name ?? name} answer={answer} required />
      <div className="beside">
        <SelectField name="templateId" label={t('console.campaign.template')} value={draft?.template.id ?? (mayBeNew ? NEW_LETTER : undefined)} choices={letters} answer={answer} required />
        {readers === undefined && <SelectField name="audienceId" label={t('console.campaign.audience')} value={draft?.audience?.id ?? audienceId} choices={choices(audiences)} answer={answer} required />}
      </div>
      <div className="beside">
        <TextField name="fromName" label={t('console.campaign.from-name')} hint={t('console.campaign.from-name-hint')} value={draft?.fromName} answer={answer} />
        <TextField name="replyTo" type="email" label={t('console.campaign.reply-to')} hint={t('console.campaign.reply-to-hint')} value={draft?.replyTo} answer={answer} ltr />
      </div>
      <TextField name="replyBy" type="datetime-local" label={t('console.campaign.reply-by')} value={wallClock(draft?.replyBy, zone)} answer={answer} ltr />
      <h2>{t('console.campaign.when')}</h2>
      <ChoiceField name="schedule.kind" label={t('console.campaign.when')} values={[draft?.schedule.kind ?? 'NOW']} choices={SCHEDULES.map((value) => ({ value, label: t(`console.campaign.schedule.${value}`) }))} answer={answer} required />
      <div className="beside">
        <TextField name="schedule.at" type="datetime-local" label={`${t('console.campaign.at')} · ${t('console.campaign.schedule.AT')}`} value={wallClock(draft?.schedule.at, zone)} answer={answer} ltr />
        <TextField name="schedule.day" type="date" label={`${t('console.campaign.day')} · ${t('console.campaign.schedule.MORNING')}`} value={draft?.schedule.day} answer={answer} ltr />
      </div>
      <details open={answer?.problems.some(({ path }) => path.startsWith('pace.')) === true}>
        <summary>{t('console.campaign.pace')}</summary>
        <div className="beside">
          <TextField name="pace.perMinute" type="number" label={t('console.campaign.per-minute')} value={draft?.pace.perMinute?.toString()} answer={answer} ltr />
          <TextField name="pace.domainPerMinute" type="number" label={t('console.campaign.domain-per-minute')} value={draft?.pace.domainPerMinute?.toString()} answer={answer} ltr />
        </div>
        <TextField name="pace.warmUp" label={t('console.campaign.warm-up')} hint={t('console.campaign.warm-up-hint')} value={draft?.pace.warmUp.join(', ')} answer={answer} ltr />
        <div className="beside">
          <TextField name="pace.quietFrom" type="time" label={t('console.campaign.quiet')} value={draft?.pace.quietFrom} answer={answer} ltr />
          <TextField name="pace.quietUntil" type="time" label={t('console.campaign.quiet-until')} value={draft?.pace.quietUntil} answer={answer} ltr />
        </div>
      </details>
      <details open={(terms ?? null) !== null || answer?.problems.some(({ path }) => path.startsWith('invitation.')) === true}>
        <summary>{t('console.campaign.terms')}</summary>
        <p className="quiet">{t('console.campaign.terms-hint')}</p>
        <div className="beside">
          <SelectField name="invitation.categoryId" label={t('console.campaign.category')} none={t('console.campaign.any-category')} value={terms?.category?.id} choices={conference.categories.map(({ id, title }) => ({ value: id, label: own(title) }))} answer={answer} />
          <TextField name="invitation.places" type="number" label={t('console.campaign.places')} value={(terms?.places ?? 1).toString()} answer={answer} ltr />
        </div>
        <label className="row"><span className="pick"><input type="checkbox" name="invitation.locked" value="yes" defaultChecked={answer === undefined ? terms?.locked ?? true : answer.values['invitation.locked'] !== undefined} /></span><span>{t('console.campaign.locked')}</span></label>
        <div className="beside">
          <TextField name="invitation.expiresAt" type="datetime-local" label={t('console.campaign.expires')} value={wallClock(terms?.expiresAt, zone)} answer={answer} ltr />
          <TextField name="invitation.sponsor" label={t('console.campaign.sponsor')} value={terms?.sponsor} answer={answer} />
        </div>
      </details>
    </>
  );
}

/** What the summary of problems calls these fields. */
export function campaignFieldNames(t: ReturnType<typeof useTexts>['t']): Readonly<Record<string, string>> {
  return {
    name: t('console.campaigns.name'), templateId: t('console.campaign.template'), audienceId: t('console.campaign.audience'), fromName: t('console.campaign.from-name'),
    replyTo: t('console.campaign.reply-to'), replyBy: t('console.campaign.reply-by'), 'schedule.at': t('console.campaign.at'), 'schedule.day': t('console.campaign.day'),
    'pace.perMinute': t('console.campaign.per-minute'), 'pace.domainPerMinute': t('console.campaign.domain-per-minute'), 'pace.warmUp': t('console.campaign.warm-up'),
    'pace.quietFrom': t('console.campaign.quiet'), 'pace.quietUntil': t('console.campaign.quiet-until'), 'invitation.categoryId': t('console.campaign.category'),
    'invitation.places': t('console.campaign.places'), 'invitation.expiresAt': t('console.campaign.expires'), 'invitation.sponsor': t('console.campaign.sponsor'),
  };
}
