import { useTexts } from '../../i18n/use-texts.js';
import { FileLinks } from './file-links.js';
import { Bar } from './share-table.js';

export interface Fill {
  readonly id: string;
  readonly title: Record<string, string>;
  readonly startsAt: string | null;
  readonly size: number | null;
  readonly taken: number;
  readonly waiting: number;
}

/** How full each forum or departure is: a bar of its places, the numbers, and who waits. */
export function FillTable({ report, fills, timeZone, conferenceId }: { readonly report: 'programme' | 'visits'; readonly fills: readonly Fill[]; readonly timeZone: string; readonly conferenceId: string }): React.ReactElement {
  const { t, own, brief, number, percent } = useTexts();
  return (
    <section aria-labelledby={`report-${report}`}>
      <h2 id={`report-${report}`}>{t(`report.${report}`)}</h2>
      <div className="table broad stack" tabIndex={0} role="region" aria-label={t(`report.${report}`)}>
        <table className="bars">
          <thead><tr><th>{t(report === 'visits' ? 'report.column.visit' : 'report.column.forum')}</th><th>{t('report.column.starts')}</th><th className="number">{t('report.column.places')}</th><th className="number">{t('report.column.taken')}</th><th className="number">{t('report.column.share')}</th><th className="number">{t('report.column.waiting')}</th><th aria-hidden="true" /></tr></thead>
          <tbody>
            {fills.map(({ id, title, startsAt, size, taken, waiting }) => {
              const share = size === null || size === 0 ? null : taken / size;
              return (
                <tr key={id}>
                  <th scope="row">{own(title)}</th>
                  <td data-label={t('report.column.starts')} className="tight">{startsAt === null ? '' : brief(startsAt, timeZone)}</td>
                  <td data-label={t('report.column.places')} className="number">{size === null ? t('console.places.unlimited') : number(size)}</td>
                  <td data-label={t('report.column.taken')} className="number">{number(taken)}</td>
                  <td data-label={t('report.column.share')} className="number">{share === null ? '' : percent(share)}</td>
                  <td data-label={t('report.column.waiting')} className="number">{waiting === 0 ? '' : <span className="chip wait">{number(waiting)}</span>}</td>
                  <td aria-hidden="true">{share !== null && <Bar share={share} isFull={share >= 1} />}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <FileLinks conferenceId={conferenceId} report={report} />
    </section>
  );
}
