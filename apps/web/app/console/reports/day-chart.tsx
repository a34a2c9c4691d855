import { useTexts } from '../../i18n/use-texts.js';
import { bucketsOf } from './buckets.js';
import type { Day } from './buckets.js';
import { FileLinks } from './file-links.js';

const HEIGHT = 100;
const SHOWN_AT_ONCE = 14;
/** Fewer bars than these stand close together rather than across the page. */
const FEW = 7;

/** Registrations over time: a bar a day, week or month, and the same numbers as a table. */
export function DayChart({ days: rows, conferenceId }: { readonly days: readonly Day[]; readonly conferenceId: string }): React.ReactElement {
  const { t, number, days } = useTexts();
  const { step, buckets } = bucketsOf(rows);
  const most = Math.max(...buckets.map(({ submitted }) => submitted));
  const busiest = buckets.find(({ submitted }) => submitted === most);
  const name = (day: string): string => days(day);
  const [first, last] = [buckets[0], buckets.at(-1)];
  const table = (
    <div className="table stack" tabIndex={0} role="region" aria-label={t(`report.${step}s`)}>
      <table>
        <thead><tr><th>{t(`report.column.${step}`)}</th><th className="number">{t('report.column.submitted')}</th><th className="number">{t('report.column.confirmed')}</th></tr></thead>
        <tbody>{buckets.map((one) => <tr key={one.day}><td className="tight">{name(one.day)}</td><td data-label={t('report.column.submitted')} className="number">{number(one.submitted)}</td><td data-label={t('report.column.confirmed')} className="number">{number(one.confirmed)}</td></tr>)}</tbody>
      </table>
    </div>
  );
  return (
    <section aria-labelledby="by-day">
      <h2 id="by-day">{t(`report.${step}s`)}</h2>
      <figure className={buckets.length < FEW ? 'chart few' : 'chart'}>
        <svg viewBox={`0 0 ${buckets.length * 10} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={t(`report.chart.${step}s`, { day: busiest === undefined ? '' : name(busiest.day), count: most })}>
          {buckets.map(({ day, submitted, confirmed }, index) => {
            const [tall, sure] = [submitted, confirmed].map((count) => Math.round((count / most) * HEIGHT * 10) / 10) as [number, number];
            return (
              <g key={day}>
                {tall > 0 && <rect className="part" x={index * 10 + 1} y={HEIGHT - tall} width={8} height={tall} />}
                {sure > 0 && <rect className="bar" x={index * 10 + 1} y={HEIGHT - sure} width={8} height={sure} />}
              </g>
            );
          })}
        </svg>
        <div className="axis"><span>{first === undefined ? '' : name(first.day)}</span><span>{last === undefined || last === first ? '' : name(last.day)}</span></div>
        <figcaption className="legend"><span className="key part">{t('report.column.submitted')}</span> <span className="key bar">{t('report.column.confirmed')}</span></figcaption>
      </figure>
      {buckets.length <= SHOWN_AT_ONCE ? table : <details><summary>{t('report.whole-table', { count: buckets.length })}</summary>{table}</details>}
      <FileLinks conferenceId={conferenceId} report="days" />
    </section>
  );
}
