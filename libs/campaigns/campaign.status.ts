/** What a campaign or template is for: to invite, to remind of it, to tell news, to thank. */
export const PURPOSES = ['INVITATION', 'REMINDER', 'NEWS', 'THANKS'] as const;
export type Purpose = (typeof PURPOSES)[number];

/** Where a campaign stands. FINISHED: every letter of it has come to its end. */
export const CAMPAIGN_STATES = ['DRAFT', 'RUNNING', 'PAUSED', 'FINISHED', 'CANCELLED'] as const;
export type CampaignState = (typeof CAMPAIGN_STATES)[number];

/** What staff do to a campaign that was started, and from where. */
export const STEERING = {
  PAUSE: { from: ['RUNNING'], to: 'PAUSED' },
  RESUME: { from: ['PAUSED'], to: 'RUNNING' },
  CANCEL: { from: ['RUNNING', 'PAUSED'], to: 'CANCELLED' },
} as const satisfies Readonly<Record<string, { readonly from: readonly CampaignState[]; readonly to: CampaignState }>>;
export type Steering = keyof typeof STEERING;
