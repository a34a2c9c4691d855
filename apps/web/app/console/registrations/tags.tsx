import { useTexts } from '../../i18n/use-texts.js';
import { TagField } from './tag-field.js';

/** The tags of one registration, each with a button that takes it off, and a way to put another on. */
export function Tags({ tags }: { readonly tags: readonly string[] }): React.ReactElement {
  const { t } = useTexts();
  return (
    <section aria-label={t('console.tags')}>
      {tags.length > 0 && (
        <ul className="figures">
          {tags.map((tag) => (
            <li key={tag}>
              <form method="post" className="row">
                <input type="hidden" name="tag" value={tag} />
                <span className="chip plain"><bdi>{tag}</bdi></span>
                <button type="submit" name="do" value="untag" className="link" aria-label={t('console.tags.take-off-one', { tag })}>×</button>
              </form>
            </li>
          ))}
        </ul>
      )}
      <details>
        <summary>{t('console.tags.put-on')}</summary>
        <form method="post"><TagField tags={[]} /><button type="submit" name="do" value="tag" className="second">{t('console.tags.put-on')}</button></form>
      </details>
    </section>
  );
}
