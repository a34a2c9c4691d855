import type { ResultOf } from '../../api/graphql.js';
import { useTexts } from '../../i18n/use-texts.js';
import { FilterInWords } from '../registrations/filter-in-words.js';
import type { CampaignOf } from './campaign-data.js';

type Chosen = NonNullable<NonNullable<ResultOf<typeof CampaignOf>['campaign']>['registrations']>;

/** The registrations that a campaign writes to, in words; null where the reader may not know more of them than that. */
export function Registrants({ chosen }: { readonly chosen: Chosen | null }): React.ReactElement {
  const { t, own, number } = useTexts();
  if (chosen === null) return <p>{t('console.campaign.registrations')}</p>;
  if (chosen.picked !== null) return <p>{t('console.campaign.picked', { count: chosen.picked, shown: number(chosen.picked) })}</p>;
  // The list shows no submitted ones apart: they are in review or confirmed at once.
  const states = chosen.states.filter((state) => state !== 'SUBMITTED');
  return <FilterInWords {...chosen} states={states} search={chosen.search ?? ''} categories={chosen.categories.map(({ title }) => own(title))} />;
}
