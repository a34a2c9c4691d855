import { CreateConference, CreateSeries, conferenceEntities, DefineCategory, MoveConference } from '#conferences';
import type { Category, CategoryInput, Conference } from '#conferences';
import { accountActor, Accounts, identityEntities, systemActor } from '#identity';
import type { Actor, Grant } from '#identity';
import type { InvitationId,  } from '#kernel';
import { mailEntities } from '#mail';
import { mediaEntities } from '#media';
import { peopleEntities } from '#people';
import { placesEntities } from '#places';
import { done, LibUnderTest, openLib } from '#testkit';
import type { OpenedLib } from '#testkit';
import { invitationEntities, InvitationsModule } from '../index.js';
import type { NewInvitation } from '../index.js';
import { InvitationGuards } from '../invitation-guards.js';

export { done } from '#testkit';

const entities = [...identityEntities, ...mailEntities, ...mediaEntities, ...placesEntities, ...peopleEntities, ...conferenceEntities, ...invitationEntities];

/** Where invitations are written: the lib on a database of its own, with an open conference. For tests. */
export class Chancery extends LibUnderTest {
  conference!: Conference;
  category!: Category;

  private constructor(opened: OpenedLib) {
    super(opened);
  }

  static async open(options: { connections?: number; guards?: Partial<InvitationGuards> } = {}): Promise<Chancery> {
    const opened = await openLib(InvitationsModule, entities, options.connections);
    Object.assign(opened.app.get(InvitationGuards, { strict: false }), options.guards ?? {});
    const chancery = new Chancery(opened);
    await chancery.furnish();
    return chancery;
  }

  /** An invitation of the conference as it is issued. */
  row(changes: Partial<NewInvitation> = {}): NewInvitation {
    return { conferenceId: this.conference.id, toAddress: 'amara.okafor@example.org', toName: 'Dr Amara Okafor', locale: 'en', ...changes };
  }

  async defineCategory(changes: Partial<CategoryInput> = {}): Promise<Category> {
    return done(await this.get(DefineCategory).run(systemActor, {
      conferenceId: this.conference.id, key: 'delegate', title: { en: 'Delegate' }, capacity: 500, needsApproval: false, invitationOnly: false,
      waitlistLimit: 0, offerMinutes: 1440, asksTravelDocument: false, questions: [], ...changes,
    }));
  }

  async signedIn(email: string, grants: readonly Grant[] = []): Promise<Actor> {
    return accountActor(await this.work.run((tx) => this.get(Accounts).findOrCreate(tx, email, { locale: 'en' })), grants);
  }

  /** States in the order of the ids. */
  async states(ids: readonly InvitationId[]): Promise<string[]> {
    const rows = await this.query<{ id: string; state: string }>('SELECT id, state FROM invitation WHERE id = ANY($1::uuid[])', [ids]);
    return ids.map((id) => rows.find((row) => row.id === id)?.state ?? 'none');
  }

  /** `ACCEPT LINK OPEN>ACCEPTED`: the history in short. */
  async historyOf(id: InvitationId): Promise<string[]> {
    const rows = await this.query<{ line: string }>("SELECT deed || ' ' || via || ' ' || from_state || '>' || to_state AS line FROM invitation_answer WHERE invitation_id = $1 ORDER BY id", [id]);
    return rows.map(({ line }) => line);
  }

  private async furnish(): Promise<void> {
    const series = done(await this.get(CreateSeries).run(systemActor, { slug: 'series', title: { en: 'Series' }, rotation: ['Chongqing'] }));
    this.conference = done(await this.get(CreateConference).run(systemActor, {
      seriesId: series.id, slug: 'chongqing-2026', title: { 'en': 'Cooperation Conference', 'zh-Hans': '合作发展大会' },
      city: { 'en': 'Chongqing', 'zh-Hans': '重庆' }, country: 'CN', timeZone: 'Asia/Shanghai', startsOn: '2026-06-01', endsOn: '2026-06-03', locales: ['en', 'zh-Hans'], hosts: [],
    }));
    this.category = await this.defineCategory();
    for (const move of ['PUBLISH', 'OPEN'] as const) done(await this.get(MoveConference).run(systemActor, this.conference.id, move));
  }
}
