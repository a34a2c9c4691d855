import { Summary, TextField } from '../../forms/field.js';
import type { FormAnswer } from '../../forms/problems.js';
import { useTexts } from '../../i18n/use-texts.js';

interface ViewsBarProps {
  readonly views: readonly { readonly id: string; readonly name: string }[];
  /** The one that is looked through now, whosever it is. */
  readonly here: string | null;
  readonly base: string;
  readonly conferenceId: string;
  readonly isSaved: boolean;
  readonly answer: FormAnswer | undefined;
}

/** The filters that somebody keeps under names: links to them, and a way to keep the present one. */
export function ViewsBar({ views, here, base, conferenceId, isSaved, answer }: ViewsBarProps): React.ReactElement {
  const { t } = useTexts();
  const mine = views.find(({ id }) => id === here);
  return (
    <section aria-label={t('console.views.title')}>
      {isSaved && <p className="note good" role="status">{t('console.views.saved')}</p>}
      {views.length > 0 && <nav aria-label={t('console.views.mine')}><ul className="jumps">{views.map((view) => <li key={view.id}><a href={`${base}?view=${view.id}`} aria-current={view.id === here ? 'page' : undefined}><bdi>{view.name}</bdi></a></li>)}</ul></nav>}
      {here !== null && <p className="quiet"><a href={`${base}?view=${here}`}>{t('console.views.link')}</a></p>}
      <div className="row">
        <details open={answer !== undefined}>
          <summary>{t('console.views.save')}</summary>
          <form method="post" noValidate>
            <Summary answer={answer} names={{ name: t('console.views.name') }} />
            <input type="hidden" name="conference" value={conferenceId} />
            <TextField name="name" label={t('console.views.name')} hint={t('console.views.hint')} answer={answer} required />
            <button type="submit" name="do" value="save-view">{t('console.views.save')}</button>
          </form>
        </details>
        {mine !== undefined && <form method="post"><input type="hidden" name="view" value={mine.id} /><button type="submit" name="do" value="delete-view" className="danger">{t('console.views.delete')}</button></form>}
      </div>
    </section>
  );
}
