import type { graphql } from '../../api/graphql.js';
import { useTexts } from '../../i18n/use-texts.js';
import { kindName } from '../letter-kinds.js';
import { FileLinks } from './file-links.js';
import { ShareTable } from './share-table.js';

type MessageState = ReturnType<typeof graphql.scalar<'MessageState'>>;
const STATES = ['SENT', 'PENDING', 'SENDING', 'DEFERRED', 'UNCLEAR', 'FAILED', 'BOUNCED', 'SUPPRESSED', 'CANCELLED'] as const satisfies readonly MessageState[];

interface Figure {
  readonly kind: string;
  readonly state: MessageState;
  readonly count: number;
}

/** What became of the letters: by state with bars, and each kind with its states. */
export function LetterTable({ figures, ledger, conferenceId }: { readonly figures: readonly Figure[]; readonly ledger: string; readonly conferenceId: string }): React.ReactElement {
  const { t, number } = useTexts();
  const sum = (wanted: (one: Figure) => boolean): number => figures.filter(wanted).reduce((total, { count }) => total + count, 0);
  const shown = STATES.filter((state) => sum((one) => one.state === state) > 0);
  const kinds = [...new Set(figures.map(({ kind }) => kind))].map((kind) => ({ kind, count: sum((one) => one.kind === kind) })).sort((a, b) => b.count - a.count);
  return (
    <>
      <ShareTable report="letters" head={t('report.column.state')} unit={t('report.column.letters')} conferenceId={conferenceId}
        shares={shown.map((state) => ({ key: state, name: t(`state.message.${state}`), count: sum((one) => one.state === state), href: `${ledger}?state=${state}` }))} />
      <section aria-labelledby="by-kind">
        <h2 id="by-kind">{t('report.kinds')}</h2>
        <div className="table broad stack" tabIndex={0} role="region" aria-label={t('report.kinds')}>
          <table>
            <thead><tr><th>{t('report.column.letter')}</th>{shown.map((state) => <th key={state} className="number">{t(`state.message.${state}`)}</th>)}<th className="number">{t('report.total')}</th></tr></thead>
            <tbody>{kinds.map(({ kind, count }) => <tr key={kind}><th scope="row">{t(kindName(kind))}</th>{shown.map((state) => <td data-label={t(`state.message.${state}`)} key={state} className="number">{number(sum((one) => one.kind === kind && one.state === state))}</td>)}<td data-label={t('report.total')} className="number">{number(count)}</td></tr>)}</tbody>
          </table>
        </div>
        <FileLinks conferenceId={conferenceId} report="letters" />
      </section>
    </>
  );
}
