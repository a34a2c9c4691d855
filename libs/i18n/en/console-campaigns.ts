import type { Messages } from '../messages.js';

export const consoleCampaigns = {
  'console.room.campaigns': 'Campaigns',
} as const satisfies Messages;
