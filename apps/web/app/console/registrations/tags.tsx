import { useTexts } from '../../i18n/use-texts.js';
import { TagField } from './tag-field.js';

interface TagsProps {
  /** Of this registration. */
  readonly tags: readonly string[];
  /** In use in the conference. */
  readonly known: readonly { readonly tag: string }[];
}

/** The tags of one registration, each with a button that takes it off, and a way to put another on. */
export function Tags({ tags, known }: TagsProps): React.ReactElement {
  const { t } = useTexts();
  return (
    <section aria-label={t('console.tags')} className="row tags">
      {tags.map((tag) => (
        <form key={tag} method="post" className="chip plain">
          <input type="hidden" name="tag" value={tag} />
          <bdi>{tag}</bdi> <button type="submit" name="do" value="untag" className="link" aria-label={t('console.tags.take-off-one', { tag })}>×</button>
        </form>
      ))}
      <details>
        <summary>{t('console.bulk.deed.TAG')}</summary>
        <form method="post"><TagField tags={known.filter(({ tag }) => !tags.includes(tag))} /><button type="submit" name="do" value="tag" className="second">{t('console.tags.put-on')}</button></form>
      </details>
    </section>
  );
}
