import { CreateConference, CreateSeries, conferenceEntities, DefineCategory, MoveConference } from '#conferences';
import type { Category, CategoryInput, Conference, NewConference } from '#conferences';
import { accountActor, Accounts, identityEntities, systemActor } from '#identity';
import type { Actor, Grant } from '#identity';
import { invitationEntities, InvitationGuards } from '#invitations';
import type { ConferenceId, Refusal, RegistrationId } from '#kernel';
import { mailEntities } from '#mail';
import { mediaEntities } from '#media';
import { peopleEntities } from '#people';
import { placesEntities, placesInvariants } from '#places';
import { done, LibUnderTest, openLib } from '#testkit';
import type { OpenedLib } from '#testkit';
import type { DetailsInput } from '../details.js';
import { registrationEntities, RegistrationModule } from '../index.js';
import type { RegisterDelegateInput, RegistrationRef } from '../register-delegate.js';
import { RegisterDelegate } from '../register-delegate.js';
import { RegistrationGuards } from '../registration-guards.js';
import { Registration } from '../registration.entity.js';

export { done } from '#testkit';

const entities = [
  ...identityEntities, ...mailEntities, ...mediaEntities, ...placesEntities, ...peopleEntities, ...conferenceEntities, ...invitationEntities, ...registrationEntities,
];

let count = 0;

/** Where people register: the lib on a database of its own, with an open conference. For tests. */
export class Reception extends LibUnderTest {
  private constructor(opened: OpenedLib) {
    super(opened);
  }

  static async open(options: { connections?: number; guards?: RegistrationGuards; invitationGuards?: Partial<InvitationGuards> } = {}): Promise<Reception> {
    const opened = await openLib(RegistrationModule, entities, options.connections);
    if (options.guards !== undefined) Object.assign(opened.app.get(RegistrationGuards, { strict: false }), options.guards);
    Object.assign(opened.app.get(InvitationGuards, { strict: false }), options.invitationGuards ?? {});
    return new Reception(opened);
  }

  /** An open conference. */
  async conference(changes: Partial<NewConference> = {}): Promise<Conference> {
    count += 1;
    const series = done(await this.get(CreateSeries).run(systemActor, { slug: `series-${count}`, title: { en: `Series ${count}` }, rotation: ['Chongqing'] }));
    const conference = done(await this.get(CreateConference).run(systemActor, {
      seriesId: series.id, slug: `chongqing-${count}-2026`, title: { 'en': 'Cooperation Conference', 'zh-Hans': '合作发展大会' },
      city: { 'en': 'Chongqing', 'zh-Hans': '重庆' }, country: 'CN', timeZone: 'Asia/Shanghai', startsOn: '2026-06-01', endsOn: '2026-06-03',
      locales: ['en', 'zh-Hans'], hosts: [], ...changes,
    }));
    await this.category(conference.id);
    await this.moveConference(conference.id, 'PUBLISH');
    return this.moveConference(conference.id, 'OPEN');
  }

  async moveConference(id: ConferenceId, move: 'PUBLISH' | 'OPEN' | 'CLOSE' | 'ARCHIVE'): Promise<Conference> {
    return done(await this.get(MoveConference).run(systemActor, id, move));
  }

  /** A category of the conference, `delegate` where no other key is given. */
  async category(conferenceId: ConferenceId, changes: Partial<CategoryInput> = {}): Promise<Category> {
    return done(await this.get(DefineCategory).run(systemActor, {
      conferenceId, key: 'delegate', title: { en: 'Delegate' }, capacity: 500, needsApproval: false, invitationOnly: false,
      waitlistLimit: 0, offerMinutes: 1440, asksTravelDocument: false, questions: [], ...changes,
    }));
  }

  /** Somebody who signed in with an address. */
  async signedIn(email: string, grants: readonly Grant[] = []): Promise<Actor> {
    return accountActor(await this.work.run((tx) => this.get(Accounts).findOrCreate(tx, email, { locale: 'en' })), grants);
  }

  register(actor: Actor, input: Partial<RegisterDelegateInput> & Pick<RegisterDelegateInput, 'conferenceId'>, key?: string): Promise<RegistrationRef | Refusal> {
    return this.get(RegisterDelegate).run(actor, { category: 'delegate', details: detailsOf('Lin', 'Meiling'), joinLine: true, ...input }, key);
  }

  /** Registers, and gives what was written. */
  async registered(actor: Actor, input: Partial<RegisterDelegateInput> & Pick<RegisterDelegateInput, 'conferenceId'>): Promise<Registration> {
    return this.registration(done(await this.register(actor, input)).registrationId);
  }

  registration(id: RegistrationId): Promise<Registration> {
    return this.database.source.manager.findOneByOrFail(Registration, { id });
  }

  /** Kinds of the letters about a registration, oldest first. */
  async lettersOf(id: RegistrationId): Promise<string[]> {
    return (await this.query<{ kind: string }>('SELECT kind FROM message WHERE registration_id = $1 ORDER BY id', [id])).map(({ kind }) => kind);
  }

  async factsOf(id: RegistrationId): Promise<string[]> {
    const rows = await this.query<{ name: string }>("SELECT name FROM outbox WHERE kind = 'fact' AND payload->>'registrationId' = $1 ORDER BY id", [id]);
    return rows.map(({ name }) => name);
  }

  /** `null>SUBMITTED DELEGATE`: the history in short. */
  async historyOf(id: RegistrationId): Promise<string[]> {
    const rows = await this.query<{ step: string }>(
      "SELECT coalesce(from_state, '') || '>' || to_state || ' ' || mover AS step FROM registration_transition WHERE registration_id = $1 ORDER BY id", [id]);
    return rows.map(({ step }) => step);
  }

  /** What must never be, of places and of registrations; nothing where all is well. */
  async broken(): Promise<string[]> {
    const registrations = await this.query<{ broken: string }>(BROKEN);
    return [...await placesInvariants(this.work.reader, this.clock.now()), ...registrations.map((row) => row.broken)];
  }
}

const BROKEN = `
  SELECT format('registration %s is %s, but its place is %s', r.id, r.state, coalesce(p.state, 'none')) AS broken
  FROM registration r JOIN category c ON c.id = r.category_id LEFT JOIN place p ON p.pool_id = c.pool_id AND p.holder_id = r.id
  WHERE p.state IS DISTINCT FROM CASE r.state WHEN 'CONFIRMED' THEN 'CONFIRMED' WHEN 'IN_REVIEW' THEN 'HELD' END
  UNION ALL
  SELECT format('registration %s is %s, but its history ends in %s', r.id, r.state, t.to_state)
  FROM registration r JOIN LATERAL (SELECT to_state FROM registration_transition WHERE registration_id = r.id ORDER BY id DESC LIMIT 1) t ON true
  WHERE t.to_state <> r.state
  UNION ALL
  SELECT format('category %s: %s counted as %s, but there are %s', coalesce(c.category_id, n.category_id), coalesce(c.n, 0), coalesce(c.state, n.state), coalesce(n.n, 0))
  FROM (SELECT category_id, state, sum(n) AS n FROM registration_count GROUP BY category_id, state HAVING sum(n) <> 0) c
  FULL JOIN (SELECT category_id, state, count(*) AS n FROM registration GROUP BY category_id, state) n USING (category_id, state)
  WHERE c.n IS DISTINCT FROM n.n
  UNION ALL
  SELECT format('account %s: %s live and %s drafts counted, but there are %s and %s', m.account_id, m.live, m.drafts, n.live, n.drafts)
  FROM managed_count m CROSS JOIN LATERAL (
    SELECT count(*) FILTER (WHERE state IN ('SUBMITTED', 'IN_REVIEW', 'CONFIRMED', 'WAITLISTED'))::int AS live, count(*) FILTER (WHERE state = 'DRAFT')::int AS drafts
    FROM registration r WHERE r.conference_id = m.conference_id AND r.account_id = m.account_id) n
  WHERE m.live <> n.live OR m.drafts <> n.drafts
  UNION ALL
  SELECT format('registration %s came into %s without a letter', t.registration_id, t.to_state) FROM registration_transition t
  WHERE t.to_state NOT IN ('DRAFT', 'SUBMITTED') AND t.from_state <> 'DRAFT' AND NOT (t.to_state = 'CANCELLED' AND t.mover = 'SYSTEM')
    AND NOT EXISTS (SELECT 1 FROM message m WHERE m.registration_id = t.registration_id AND m.unique_key LIKE '%:' || t.id)`;

/** What somebody of that name fills in, as far as it must be. */
export function detailsOf(latinFamily: string, latinGiven: string | null, changes: DetailsInput = {}): DetailsInput {
  return { names: { latinFamily, latinGiven }, consents: [{ key: 'privacy', textVersion: '2026-01' }], ...changes };
}
