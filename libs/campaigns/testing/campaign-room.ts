import { CreateConference, CreateSeries, conferenceEntities, DefineCategory, MoveConference } from '#conferences';
import type { Category, Conference } from '#conferences';
import { contactEntities } from '#contacts';
import { identityEntities, systemActor } from '#identity';
import { invitationEntities } from '#invitations';
import { addressKey, newId } from '#kernel';
import type { AudienceId, CampaignId, MailTemplateId, MessageId,  } from '#kernel';
import { mailEntities } from '#mail';
import { mediaEntities } from '#media';
import { peopleEntities } from '#people';
import { placesEntities } from '#places';
import { registrationEntities } from '#registration';
import { done, LibUnderTest, openLib } from '#testkit';
import type { OpenedLib } from '#testkit';
import { campaignEntities, CampaignsModule, CreateAudience, CreateCampaign, CreateTemplate, FillCampaign, StartCampaign } from '../index.js';
import type { AudienceFilter, CampaignInput, Purpose, TemplateInput } from '../index.js';

export { done } from '#testkit';

export const entities = [
  ...identityEntities, ...mailEntities, ...mediaEntities, ...placesEntities, ...peopleEntities, ...conferenceEntities, ...contactEntities, ...invitationEntities,
  ...registrationEntities, ...campaignEntities,
];

export interface TestContact {
  readonly address: string;
  readonly native?: string | null;
  readonly latin?: string | null;
  readonly salutation?: string | null;
  readonly organisation?: string | null;
  readonly country?: string | null;
  readonly locale?: string | null;
  readonly tags?: readonly string[];
}

/** Where campaigns are made: the lib on a database of its own, with an open conference. For tests. */
export class CampaignRoom extends LibUnderTest {
  conference!: Conference;
  category!: Category;

  private constructor(opened: OpenedLib) {
    super(opened);
  }

  static async open(): Promise<CampaignRoom> {
    const room = new CampaignRoom(await openLib(CampaignsModule, entities));
    await room.furnish();
    return room;
  }

  async contacts(contacts: readonly TestContact[]): Promise<void> {
    const rows = contacts.map((one) => ({
      id: newId(), series_id: this.conference.seriesId, address: one.address, address_key: addressKey(one.address), native_name: one.native ?? null, latin_name: one.latin ?? null,
      salutation: one.salutation ?? null, organisation: one.organisation ?? null, organisation_key: one.organisation?.toLowerCase() ?? '', country: one.country ?? null,
      locale: one.locale ?? null, tags: one.tags ?? [], extra: {}, match_key: addressKey(one.address), name_keys: [], search_text: one.latin?.toLowerCase() ?? '', sort_name: one.latin ?? '',
      created_at: this.clock.now(), updated_at: this.clock.now(),
    }));
    const names = Object.keys(rows[0] ?? {}).join(', ');
    await this.query(`INSERT INTO contact (${names}) SELECT ${names} FROM jsonb_populate_recordset(NULL::contact, $1::jsonb)`, [JSON.stringify(rows)]);
  }

  async template(changes: Partial<TemplateInput> = {}): Promise<MailTemplateId> {
    const { templateId } = done(await this.get(CreateTemplate).run(systemActor, {
      conferenceId: this.conference.id, name: `Template ${newId()}`, what: 'INVITATION',
      texts: [{ locale: 'en', subject: 'Invitation for {{ contact.name }}', preheader: '', body: 'Dear {{ contact.formal_name }},\n\n[Answer]({{ invitation.link }})' }], ...changes,
    }));
    return templateId;
  }

  async audience(filter: AudienceFilter = {}): Promise<AudienceId> {
    return done(await this.get(CreateAudience).run(systemActor, { conferenceId: this.conference.id, name: `Audience ${newId()}`, filter })).audienceId;
  }

  /** A campaign not started yet, of a template and audience of its own. */
  async draft(filter: AudienceFilter = {}, changes: Partial<CampaignInput> & { what?: Purpose } = {}): Promise<CampaignId> {
    const { what = 'INVITATION', ...input } = changes;
    const templateId = changes.templateId ?? await this.template({ what });
    return done(await this.get(CreateCampaign).run(systemActor, { conferenceId: this.conference.id, name: 'Campaign', audienceId: await this.audience(filter), ...input, templateId })).campaignId;
  }

  async start(id: CampaignId, recipients: number): Promise<void> {
    done(await this.get(StartCampaign).run(systemActor, { id, recipients }));
  }

  async startAndFill(id: CampaignId, recipients: number): Promise<void> {
    await this.start(id, recipients);
    await this.get(FillCampaign).run(id);
  }

  recipients(id: CampaignId): Promise<{ address: string; locale: string; message_id: MessageId | null; invitation_id: string | null }[]> {
    return this.query('SELECT address, locale, message_id, invitation_id FROM campaign_recipient WHERE campaign_id = $1 ORDER BY address', [id]);
  }

  async count(sql: string, parameters: readonly unknown[] = []): Promise<number> {
    const [row] = await this.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${sql}`, parameters);
    return row?.n ?? 0;
  }

  private async furnish(): Promise<void> {
    const series = done(await this.get(CreateSeries).run(systemActor, { slug: 'series', title: { en: 'Series' }, rotation: ['Chongqing'] }));
    this.conference = done(await this.get(CreateConference).run(systemActor, {
      seriesId: series.id, slug: 'chongqing-2026', title: { 'en': 'Cooperation Conference', 'zh-Hans': '合作发展大会' },
      city: { 'en': 'Chongqing', 'zh-Hans': '重庆' }, country: 'CN', timeZone: 'Asia/Shanghai', startsOn: '2026-06-01', endsOn: '2026-06-03', locales: ['en', 'zh-Hans'], hosts: [],
    }));
    this.category = done(await this.get(DefineCategory).run(systemActor, {
      conferenceId: this.conference.id, key: 'delegate', title: { en: 'Delegate' }, capacity: 500, needsApproval: false, invitationOnly: false,
      waitlistLimit: 0, offerMinutes: 1440, asksTravelDocument: false, questions: [],
    }));
    for (const move of ['PUBLISH', 'OPEN'] as const) done(await this.get(MoveConference).run(systemActor, this.conference.id, move));
  }
}
