import { ChoiceField, SelectField, Summary, TextField } from '../../forms/field.js';
import type { FormAnswer } from '../../forms/problems.js';
import { useTexts } from '../../i18n/use-texts.js';
import { wallClock } from '../../i18n/wall-clock.js';
import { LanguagesField } from '../languages-field.js';
import type { DraftSession, ProgrammeRoom } from './draft.js';

interface SessionFormProps {
  readonly session: DraftSession;
  readonly room: Pick<ProgrammeRoom, 'conference' | 'forums' | 'equipment'>;
  readonly answer: FormAnswer | undefined;
}

/** What a session is: its words in all languages of the conference, its kind, interpretation and equipment. */
export function SessionForm({ session, room, answer }: SessionFormProps): React.ReactElement {
  const { t, own, number } = useTexts();
  const { conference, forums, equipment } = room;
  return (
    <form method="post" noValidate className="narrow start">
      <Summary answer={answer} />
      <input type="hidden" name="version" value={session.version} />
      <input type="hidden" name="startsAt" value={wallClock(session.startsAt, conference.timeZone)} />
      <input type="hidden" name="endsAt" value={wallClock(session.endsAt, conference.timeZone)} />
      <LanguagesField name="title" label={t('console.field.title')} answer={answer} locales={conference.locales} value={session.title} required />
      <LanguagesField name="description" label={t('console.field.description')} answer={answer} locales={conference.locales} value={session.description} lines={3} />
      <SelectField name="forumId" label={t('console.sessions.forum')} required choices={forums.map((forum) => ({ value: forum.id, label: own(forum.title) }))} value={session.forum.id} answer={answer} />
      <ChoiceField name="kind" label={t('console.programme.kind')} required values={[session.kind]} choices={(['TALK', 'BREAK'] as const).map((kind) => ({ value: kind, label: t(`console.programme.kind.${kind}`) }))} answer={answer} />
      <TextField name="interpretation" label={t('console.programme.interpretation')} hint={t('console.programme.interpretation-hint')} value={session.interpretation.join(', ')} answer={answer} ltr />
      {equipment.length > 0 && <ChoiceField name="equipmentIds" label={t('console.programme.equipment')} many values={session.equipmentIds} choices={equipment.map((piece) => ({ value: piece.id, label: `${own(piece.name)} (${number(piece.quantity)})` }))} answer={answer} />}
      <button type="submit" name="do" value="edit">{t('console.save')}</button>
    </form>
  );
}
