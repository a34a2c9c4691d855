import { useTexts } from '../../i18n/use-texts.js';

export interface Rule {
  readonly id: string;
  readonly whom: 'NOT_ANSWERED' | 'NOT_REGISTERED' | 'DRAFT';
  readonly afterDays: number | null;
  readonly beforeDays: number | null;
  readonly atMost: number;
  readonly stoppedAt: string | null;
  readonly template: { readonly name: string };
}

/** Which reminders follow by themselves. */
export function RulesList({ rules, base }: { readonly rules: readonly Rule[]; readonly base: string }): React.ReactElement {
  const { t } = useTexts();
  return (
    <section>
      <h2>{t('console.campaign.reminders')}</h2>
      {rules.length === 0 ? <p className="quiet">{t('console.campaign.reminders-none')}</p> : (
        <ul className="bare runs">
          {rules.map((rule) => (
            <li key={rule.id}>
              <span><bdi>{rule.template.name}</bdi> — {t(`console.campaign.whom.${rule.whom}`)}, {whenOf(rule, t)}{rule.stoppedAt !== null && <> <span className="chip plain">{t('console.campaign.reminder-stopped')}</span></>}</span>
              {rule.stoppedAt === null && <form method="post" action={base} className="row"><input type="hidden" name="rule" value={rule.id} /><button type="submit" name="do" value="stop" className="link">{t('console.campaign.reminder-stop')}</button></form>}
            </li>
          ))}
        </ul>
      )}
      <p><a className="button second" href={base}>{t('console.campaign.reminder-new')}</a></p>
    </section>
  );
}

function whenOf(rule: Rule, t: ReturnType<typeof useTexts>['t']): string {
  return rule.afterDays === null ? t('console.campaign.reminder-before', { days: rule.beforeDays ?? 0 }) : t('console.campaign.reminder-after', { days: rule.afterDays, most: rule.atMost });
}
