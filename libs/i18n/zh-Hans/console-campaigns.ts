import type { consoleCampaigns as english } from '../en/console-campaigns.js';
import type { TranslationOf } from '../messages.js';

export const consoleCampaigns: TranslationOf<typeof english> = {
  'console.room.campaigns': '群发邮件',
};
