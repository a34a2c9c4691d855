import { SelectField } from '../../forms/field.js';
import { useTexts } from '../../i18n/use-texts.js';

interface EditionProps {
  readonly editions: readonly { readonly id: string; readonly title: Record<string, string>; readonly city: Record<string, string>; readonly startsOn: string; readonly endsOn: string }[];
  readonly hasProgramme: boolean;
  readonly idempotencyKey: string;
  readonly refused: string | undefined;
}

/** Begins with the programme of another edition of the series, the newest first; only where nothing would be overwritten. */
export function EditionForm({ editions, hasProgramme, idempotencyKey, refused }: EditionProps): React.ReactElement {
  const { t, own, days } = useTexts();
  const isOffered = !hasProgramme && editions.length > 0;
  return (
    <section id="edition">
      <h2>{t('console.intake.edition-title')}</h2>
      {refused !== undefined && <p className="note bad" role="alert">{refused}</p>}
      {isOffered && <p>{t('console.intake.edition-lead')}</p>}
      {!isOffered && <p className="empty">{t(hasProgramme ? 'console.intake.edition-full' : 'console.intake.edition-none')}</p>}
      {isOffered && (
        <form method="post" action="#edition" className="narrow start">
          <input type="hidden" name="key" value={idempotencyKey} />
          <SelectField name="edition" label={t('console.intake.edition')} required choices={editions.map(({ id, title, city, startsOn, endsOn }) => ({ value: id, label: [own(title), own(city), days(startsOn, endsOn)].filter((part) => part !== '').join(' · ') }))} value={editions[0]?.id} answer={undefined} />
          <button type="submit" name="do" value="clone">{t('console.intake.edition-go')}</button>
        </form>
      )}
    </section>
  );
}
