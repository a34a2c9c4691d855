import { liveStates } from '#registration';
import type { Campaign } from '../campaign.entity.js';

/** Whom a reminder is for. */
export const REMINDED = ['NOT_ANSWERED', 'NOT_REGISTERED', 'DRAFT'] as const;
export type Reminded = (typeof REMINDED)[number];

const LIVE = liveStates.map((state) => `'${state}'`).join(', ');

/** Whether the recipient `p` has a registration in one of these states, by the invitation or under the same address. */
export function hasRegistration(states: string): string {
  return `(EXISTS (SELECT 1 FROM registration r WHERE r.invitation_id = p.invitation_id AND r.state IN (${states}))
    OR EXISTS (SELECT 1 FROM registration r WHERE r.conference_id = p.conference_id AND lower(r.email) = p.address_key AND r.state IN (${states})))`;
}

/** Whether the recipient `p`, with the invitation `i` if there is one, is registered. */
export const REGISTERED = hasRegistration(LIVE);

const OF_REMINDED: Readonly<Record<Reminded, string>> = {
  NOT_ANSWERED: `i.state = 'OPEN' AND NOT ${REGISTERED}`,
  NOT_REGISTERED: `i.state IN ('OPEN', 'TENTATIVE', 'ACCEPTED') AND NOT ${REGISTERED}`,
  DRAFT: `i.state IN ('OPEN', 'TENTATIVE', 'ACCEPTED') AND NOT ${REGISTERED} AND ${hasRegistration("'DRAFT'")}`,
};

/** SQL that holds of a recipient `p` (left join its invitation `i`) who is to be reminded. */
export function isReminded(whom: Reminded): string {
  return OF_REMINDED[whom];
}

/**
 * SQL that holds of a recipient to whom a letter of the campaign is still due when it is to leave: an invitation to who has
 * neither answered nor registered meanwhile, a reminder to who still has something to do, news and thanks to everybody.
 */
export function stillDueSql({ what }: Pick<Campaign, 'what'>, whom: Reminded | undefined): string {
  switch (what) {
    case 'INVITATION': return isReminded('NOT_ANSWERED');
    case 'REMINDER': return whom === undefined ? `(i.id IS NULL OR i.state IN ('OPEN', 'TENTATIVE', 'ACCEPTED')) AND NOT ${REGISTERED}` : isReminded(whom);
    case 'NEWS':
    case 'THANKS': return 'true';
  }
}
