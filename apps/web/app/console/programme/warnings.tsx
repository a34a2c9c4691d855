import { useTexts } from '../../i18n/use-texts.js';
import type { DraftWarning } from './draft.js';

/** What an editor should look at, blocks first; each leads to its sessions. */
export function Warnings({ warnings, base, besides }: { readonly warnings: readonly DraftWarning[]; readonly base: string; readonly besides?: string }): React.ReactElement {
  const { t, own, list } = useTexts();
  const sorted = warnings.toSorted((one, other) => Number(other.blocks) - Number(one.blocks));
  return (
    <ul className="bare warnings">
      {sorted.map((warning) => (
        <li key={`${warning.code} ${warning.sessions.map(({ id }) => id).join(' ')} ${warning.message}`}>
          <span className={warning.blocks ? 'chip bad' : 'chip wait'}>{t(warning.blocks ? 'console.programme.block' : 'console.programme.warning')}</span>{' '}
          {warning.message}{' '}
          {warning.sessions.filter(({ id }) => id !== besides).map((session, index) => <span key={session.id}>{index > 0 && ' · '}<a href={`${base}/sessions/${session.id}`}>{own(session.title)}</a></span>)}
          {warning.people.length > 0 && <span className="quiet"> <bdi>{list(warning.people)}</bdi></span>}
        </li>
      ))}
    </ul>
  );
}
