import { useTexts } from '../../i18n/use-texts.js';
import { FileLinks } from './file-links.js';
import type { ReportName } from './file-links.js';

export interface Share {
  readonly key: string;
  readonly name: string;
  readonly count: number;
  readonly href?: string | undefined;
}

const DRAWN = 15;

/** How many of each, most first or in their own order: a bar beside each number, and a row for all. What is beyond the fifteenth is unfolded. */
export function ShareTable({ report, shares, head, unit, conferenceId }: { readonly report: ReportName; readonly shares: readonly Share[]; readonly head: string; readonly unit: string; readonly conferenceId: string }): React.ReactElement | null {
  const { t } = useTexts();
  const all = shares.reduce((sum, { count }) => sum + count, 0);
  if (all === 0) return null;
  const most = Math.max(...shares.map(({ count }) => count));
  const table = (rows: readonly Share[], isWhole: boolean) => <Shares rows={rows} all={all} most={most} label={t(`report.${report}`)} head={head} unit={unit} total={isWhole ? t('report.total') : undefined} />;
  return (
    <section aria-labelledby={`report-${report}`}>
      <h2 id={`report-${report}`}>{t(`report.${report}`)}</h2>
      {shares.length <= DRAWN ? table(shares, true) : (
        <>
          <p className="quiet">{t('report.most-first', { count: DRAWN, all: shares.length })}</p>
          {table(shares.slice(0, DRAWN), false)}
          <details><summary>{t('report.whole-table', { count: shares.length })}</summary>{table(shares, true)}</details>
        </>
      )}
      <FileLinks conferenceId={conferenceId} report={report} />
    </section>
  );
}

interface SharesProps {
  readonly rows: readonly Share[];
  readonly all: number;
  readonly most: number;
  readonly label: string;
  readonly head: string;
  readonly unit: string;
  readonly total: string | undefined;
}

function Shares({ rows, all, most, label, head, unit, total }: SharesProps): React.ReactElement {
  const { t, number, percent } = useTexts();
  return (
    <div className="table" tabIndex={0} role="region" aria-label={label}>
      <table className="bars">
        <thead><tr><th>{head}</th><th className="number">{unit}</th><th className="number">{t('report.column.share')}</th><th aria-hidden="true" /></tr></thead>
        <tbody>
          {rows.map(({ key, name, count, href }) => (
            <tr key={key}>
              <th scope="row">{href === undefined ? <bdi>{name}</bdi> : <a href={href}><bdi>{name}</bdi></a>}</th>
              <td className="number">{number(count)}</td><td className="number">{percent(count / all)}</td>
              <td aria-hidden="true"><Bar share={count / most} hasGround={false} /></td>
            </tr>
          ))}
        </tbody>
        {total !== undefined && <tfoot><tr><th scope="row">{total}</th><td className="number">{number(all)}</td><td /><td aria-hidden="true" /></tr></tfoot>}
      </table>
    </div>
  );
}

/** A share of one as a bar; it repeats a number beside it, so readers of the screen's words are spared it. Bars that are measured by the longest of them have no ground, which would pass for all. */
export function Bar({ share, isFull = false, hasGround = true }: { readonly share: number; readonly isFull?: boolean; readonly hasGround?: boolean }): React.ReactElement {
  const width = Math.round(Math.min(share, 1) * 1000) / 10;
  return <svg className="share" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">{hasGround && <rect className="ground" width="100" height="6" />}<rect className={isFull ? 'bar full' : 'bar'} width={width} height="6" /></svg>;
}
