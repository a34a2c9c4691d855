import type { graphql } from '../../api/graphql.js';
import { useTexts } from '../../i18n/use-texts.js';
import type { Tone } from '../../registration/state-chip.js';
import type { CampaignState } from './campaign-state.js';

type MessageState = ReturnType<typeof graphql.scalar<'MessageState'>>;
const TONES: Readonly<Record<MessageState, Tone>> = { SENT: 'good', PENDING: 'plain', SENDING: 'plain', DEFERRED: 'wait', UNCLEAR: 'wait', FAILED: 'bad', BOUNCED: 'bad', SUPPRESSED: 'plain', CANCELLED: 'plain' };

interface RunProps {
  readonly campaign: { readonly state: CampaignState; readonly startedAt: string | null; readonly finishedAt: string | null };
  readonly progress: {
    readonly total: number; readonly settled: number; readonly ratePerMinute: number | null; readonly expectedEnd: string | null; readonly nextAt: string | null;
    readonly counts: readonly { readonly state: MessageState; readonly count: number }[];
    readonly alerts: readonly { readonly name: string; readonly answer: string; readonly until: string }[];
  };
  /** Whether the second question is asked; the page must not be drawn anew under the hand that answers it. */
  readonly asksToCancel: boolean;
  readonly here: string;
  readonly zone: string;
  readonly letters: string;
  readonly numbers: string;
}

/** How a campaign goes, and what can be done about it. */
export function CampaignRun({ campaign, progress, asksToCancel, here, zone, letters, numbers }: RunProps): React.ReactElement {
  const { t, brief, number } = useTexts();
  const isLive = campaign.state === 'RUNNING' || campaign.state === 'SCHEDULED';
  const known = progress.counts.reduce((sum, { count }) => sum + count, 0);
  return (
    <section aria-labelledby="progress-title">
      <h2 id="progress-title">{t('console.campaign.progress')}</h2>
      <p><strong>{t('console.campaign.progress-of', { settled: progress.settled, total: progress.total })}</strong></p>
      <progress className="run" max={Math.max(progress.total, 1)} value={progress.settled} aria-labelledby="progress-title" />
      <ul className="figures">{progress.counts.filter(({ count }) => count > 0).map((one) => <li key={one.state}><a className={`chip ${TONES[one.state]}`} href={`${letters}?state=${one.state}`}>{t(`state.message.${one.state}`)} {number(one.count)}</a></li>)}</ul>
      {isLive && (
        <p className="quiet">
          {progress.ratePerMinute !== null && <>{t('console.campaign.rate', { rate: progress.ratePerMinute })} · </>}
          {progress.expectedEnd !== null && <>{t('console.campaign.end', { time: brief(progress.expectedEnd, zone) })} · </>}
          {progress.nextAt !== null && <>{t('console.campaign.next', { time: brief(progress.nextAt, zone) })} · </>}
          {progress.total > known && <>{t('console.campaign.preparing', { count: progress.total - known })} · </>}
          {!asksToCancel && t('console.campaign.refreshes')}
        </p>
      )}
      {progress.alerts.map((alert) => <p key={alert.name} className="note wait">{t('console.campaign.alert', { name: alert.name, until: brief(alert.until, zone), answer: alert.answer })}</p>)}
      <form method="post" className="row">
        {isLive && <button type="submit" name="do" value="pause" className="second">{t('console.campaign.pause')}</button>}
        {campaign.state === 'PAUSED' && <button type="submit" name="do" value="resume">{t('console.campaign.resume')}</button>}
        <a className="button second" href={numbers}>{t('console.campaigns.part.numbers')}</a>
        <a className="button second" href={letters}>{t('console.campaign.see-letters')}</a>
      </form>
      {(isLive || campaign.state === 'PAUSED') && (
        asksToCancel ? (
          <form method="post" className="note bad" id="cancel">
            <p>{t('console.campaign.cancel-text', { count: progress.total - progress.settled })}</p>
            <div className="row"><button type="submit" name="do" value="cancel" className="danger">{t('console.campaign.cancel')}</button><a href={here}>{t('console.campaign.cancel-not')}</a></div>
          </form>
        ) : <p><a href={`${here}?cancel#cancel`}>{t('console.campaign.cancel')}</a></p>
      )}
    </section>
  );
}
