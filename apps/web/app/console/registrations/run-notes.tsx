import { useTexts } from '../../i18n/use-texts.js';
import type { RunData } from './registrations-data.js';

type Brief = Pick<RunData, 'id' | 'deed' | 'tag' | 'finishedAt' | 'stoppedAt' | 'progress'>;

export function isUnderWay({ finishedAt, stoppedAt }: Pick<Brief, 'finishedAt' | 'stoppedAt'>): boolean {
  return finishedAt === null && stoppedAt === null;
}

/** How a decision over many stands, in a word. */
export function RunChip({ run }: { readonly run: Brief }): React.ReactElement {
  const { t } = useTexts();
  const [tone, word] = isUnderWay(run) ? ['wait', t('console.run.under-way')] : run.stoppedAt !== null ? ['plain', t('console.run.stopped')] : ['good', t('console.run.finished')];
  return <span className={`chip ${tone}`}>{word}</span>;
}

/** What is under way stands above the list, since the list changes by it. */
export function RunNotes({ runs, base }: { readonly runs: readonly Brief[]; readonly base: string }): React.ReactElement | null {
  const { t, number } = useTexts();
  const live = runs.filter(isUnderWay);
  if (live.length === 0) return null;
  return (
    <div className="note wait" role="status">
      {live.map((run) => (
        <p key={run.id}>{t(`console.run.of.${run.deed}`, { count: run.progress.total, shown: number(run.progress.total), tag: run.tag ?? '' })}: {t('console.run.progress-of', { settled: run.progress.done + run.progress.refused, total: run.progress.total })}. <a href={`${base}/runs/${run.id}`}>{t('console.run.look')}</a></p>
      ))}
    </div>
  );
}
