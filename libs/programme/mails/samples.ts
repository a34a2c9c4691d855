import type { ForumLetterProps } from './forum-letter.js';

/** Made-up props of letters about a forum, for the check at boot that each can be written in every language. */
export const sampleForumLetter: ForumLetterProps = {
  name: 'Amina Yusuf',
  conference: { slug: 'sample', title: { 'en': 'Sample conference', 'zh-Hans': '示例会议' }, timeZone: 'Asia/Shanghai' },
  forum: { title: { 'en': 'Digital trade', 'zh-Hans': '数字贸易' }, admission: 'SIGN_UP' },
  sessions: [{
    id: '019b0000-0000-7000-8000-000000000001', version: 1, title: { 'en': 'Panel', 'zh-Hans': '圆桌讨论' },
    startsAt: '2026-06-01T01:30:00.000Z', endsAt: '2026-06-01T03:00:00.000Z', place: { en: 'Great Hall' },
  }],
  writtenAt: '2026-01-01T00:00:00.000Z',
};
