import { newId } from '#kernel';
import type { ConferenceId, MailingId } from '#kernel';
import type { DataSource } from 'typeorm';
import type { MailingPlan } from './mailings.js';

/** A conference for mailings to belong to. */
export async function conferenceRow(source: DataSource, slug = 'gathering'): Promise<ConferenceId> {
  const [series, id] = [newId(), newId<'Conference'>()];
  await source.query(`INSERT INTO series (id, slug, title, created_at) VALUES ($1, $2, '{}', now())`, [series, slug]);
  await source.query(`
    INSERT INTO conference (id, series_id, slug, ordinal, state, title, host_region, city, country, time_zone, starts_on, ends_on, locales, persons_per_account, created_at)
    VALUES ($1, $2, $3, 1, 'OPEN', '{}', 'Chongqing', '{}', 'CN', 'Asia/Shanghai', '2027-06-01', '2027-06-03', '{en}', 10, now())`, [id, series, slug]);
  return id;
}

export function planOf(id: MailingId, conferenceId: ConferenceId, changes: Partial<MailingPlan> = {}): MailingPlan {
  return {
    id, conferenceId, kind: 'campaigns.invitation', fromName: '海外华商合作发展大会', replyTo: 'desk@conference.example', listId: 'gathering', zone: 'Asia/Shanghai', ...changes,
  };
}
