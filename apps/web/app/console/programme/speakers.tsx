import { SelectField, Summary, TextField } from '../../forms/field.js';
import type { FormAnswer } from '../../forms/problems.js';
import { SITE_LOCALES } from '../../i18n/texts.js';
import { useTexts } from '../../i18n/use-texts.js';
import { wallClock } from '../../i18n/wall-clock.js';
import { LanguagesField } from '../languages-field.js';
import type { DraftSession } from './draft.js';
import { SPEAKER_ROLES } from './scheduling.js';

type SpeakerState = NonNullable<DraftSession['speakers'][number]['state']>;
const TONES: Readonly<Record<SpeakerState, string>> = { PROPOSED: 'plain', INVITED: 'wait', CONFIRMED: 'good', DECLINED: 'bad' };

export function SpeakerChip({ state }: { readonly state: SpeakerState }): React.ReactElement {
  const { t } = useTexts();
  return <span className={`chip ${TONES[state]}`}>{t(`console.speaker.state.${state}`)}</span>;
}

interface SpeakersProps {
  readonly session: DraftSession;
  readonly timeZone: string;
  readonly locales: readonly string[];
  readonly answer: FormAnswer | undefined;
}

/** Who speaks, whether they come, and a form for one more: a letter asks whoever has an address. */
export function Speakers({ session, timeZone, locales, answer }: SpeakersProps): React.ReactElement {
  const { t, own, language } = useTexts();
  return (
    <>
      {session.speakers.length === 0 && <p className="quiet">{t('console.speaker.none')}</p>}
      <ul className="bare runs">
        {session.speakers.map((speaker) => (
          <li key={speaker.id}>
            <span><bdi>{own(speaker.name)}</bdi> <span className="quiet">{t(`state.speaker.${speaker.role}`)}{speaker.affiliation !== null && <> · <bdi>{own(speaker.affiliation)}</bdi></>}</span></span>
            <form method="post" className="row">
              {speaker.state !== null && <SpeakerChip state={speaker.state} />}
              <input type="hidden" name="version" value={session.version} />
              <input type="hidden" name="speaker" value={speaker.id} />
              <input type="hidden" name="startsAt" value={wallClock(session.startsAt, timeZone)} />
              <input type="hidden" name="endsAt" value={wallClock(session.endsAt, timeZone)} />
              <button type="submit" name="do" value="dismiss" className="link">{t('console.speaker.dismiss')}<span className="hidden">: {own(speaker.name)}</span></button>
            </form>
          </li>
        ))}
      </ul>
      <details open={answer !== undefined}>
        <summary>{t('console.speaker.add')}</summary>
        <form method="post" noValidate className="narrow start">
          <Summary answer={answer} />
          <input type="hidden" name="version" value={session.version} />
          <LanguagesField name="name" label={t('console.speaker.name')} answer={answer} locales={locales} required />
          <LanguagesField name="affiliation" label={t('console.speaker.affiliation')} answer={answer} locales={locales} />
          <SelectField name="role" label={t('console.speaker.role')} required value="SPEAKER" choices={SPEAKER_ROLES.map((role) => ({ value: role, label: t(`state.speaker.${role}`) }))} answer={answer} />
          <TextField name="email" type="email" label={t('web.field.email')} hint={t('console.speaker.email-hint')} answer={answer} ltr />
          <SelectField name="locale" label={t('console.speaker.locale')} choices={SITE_LOCALES.map((locale) => ({ value: locale, label: language(locale) }))} answer={answer} />
          <button type="submit" name="do" value="speaker">{t('console.speaker.add')}</button>
        </form>
      </details>
    </>
  );
}
