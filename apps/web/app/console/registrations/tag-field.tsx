import { TextField } from '../../forms/field.js';
import type { FormAnswer } from '../../forms/problems.js';
import { useTexts } from '../../i18n/use-texts.js';

interface TagFieldProps {
  /** Those in use, to be chosen again rather than spelled otherwise. */
  readonly tags: readonly { readonly tag: string }[];
  readonly answer?: FormAnswer | undefined;
}

/** One tag, typed or chosen of those in use. */
export function TagField({ tags, answer }: TagFieldProps): React.ReactElement {
  const { t } = useTexts();
  return (
    <>
      <TextField name="tag" label={t('console.tags.one')} hint={t('console.tags.hint')} answer={answer} list="tags-in-use" autoComplete="off" />
      <datalist id="tags-in-use">{tags.map(({ tag }) => <option key={tag} value={tag} />)}</datalist>
    </>
  );
}
