import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { systemActor } from '#identity';
import type { Actor } from '#identity';
import { isRefusal } from '#kernel';
import type { ConferenceId, RegistrationId } from '#kernel';
import { ExpireOffers, Places } from '#places';
import { AnswerCategoryOffer } from './answer-category-offer.js';
import { ApproveRegistrations } from './approve-registrations.js';
import { DeclineRegistrations } from './decline-registrations.js';
import { Registrations } from './registrations.js';
import { StartRegistration } from './start-registration.js';
import { SubmitRegistration } from './submit-registration.js';
import { UpdateRegistration } from './update-registration.js';
import { WithdrawRegistration } from './withdraw-registration.js';
import { detailsOf, Reception } from './testing/reception.js';

let reception: Reception;
let people: readonly Actor[];
beforeAll(async () => {
  reception = await Reception.open({ connections: 12 });
  people = await Promise.all([0, 1, 2].map((n) => reception.signedIn(`walker-${n}@example.org`)));
});
afterAll(() => reception.close());

const ACTS = ['register', 'start', 'submit', 'rename', 'approve', 'decline', 'withdraw', 'cancel', 'accept', 'capacity', 'time'] as const;
const act = fc.record({ what: fc.constantFrom(...ACTS), who: fc.nat(2), name: fc.nat(3), pick: fc.nat(30), key: fc.constantFrom('media', 'delegate') });
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;

/** What one does who does anything: refusals are welcome, faults are not. */
async function perform(conferenceId: ConferenceId, known: RegistrationId[], { what, who, name, pick, key }: Act): Promise<unknown> {
  const actor = people[who] ?? systemActor;
  const id = known[pick % Math.max(known.length, 1)];
  const entry = { conferenceId, category: key, details: detailsOf('Walker', `Number ${name}`) };
  const keep = (answer: object): void => { if ('registrationId' in answer) known.push(answer.registrationId as RegistrationId); };
  if (what === 'register') return keep(await reception.register(actor, entry));
  if (what === 'start') return keep(await reception.get(StartRegistration).run(actor, entry));
  if (what === 'time') {
    reception.clock.moveBy(20 * 60_000);
    return reception.get(ExpireOffers).run();
  }
  if (what === 'capacity') return reception.category(conferenceId, { key, capacity: 2 + (pick % 3), waitlistLimit: 2, offerMinutes: 30, needsApproval: key === 'media' }).catch(refusedOnly);
  if (id === undefined) return undefined;
  switch (what) {
    case 'submit': return reception.get(SubmitRegistration).run(actor, { id, joinLine: pick % 2 === 0 });
    case 'rename': return reception.get(UpdateRegistration).run(actor, { id, details: { names: { latinFamily: 'Walker', latinGiven: `Number ${name}` } } });
    case 'approve': return reception.get(ApproveRegistrations).run(systemActor, [id]);
    case 'decline': return reception.get(DeclineRegistrations).run(systemActor, [id], 'No');
    case 'withdraw': return reception.get(WithdrawRegistration).run(actor, { id });
    case 'cancel': return reception.get(WithdrawRegistration).run(systemActor, { id, reason: 'No' });
    case 'accept': return accept(actor, id);
  }
}

async function accept(actor: Actor, id: RegistrationId): Promise<void> {
  const [standing] = await reception.get(Places).standings(reception.work.reader, [id]);
  const offerId = standing?.offer?.id;
  if (offerId === undefined) return;
  await reception.work.run(async (tx) => {
    const locked = await reception.get(Registrations).lockForVerb(tx, actor, id, { states: ['WAITLISTED'] });
    return isRefusal(locked) ? locked : reception.get(AnswerCategoryOffer).accept(tx, actor, locked, offerId);
  });
}

function refusedOnly(fault: unknown): void {
  if (!(fault instanceof Error) || !fault.message.startsWith('refused')) throw fault;
}

describe('any history of registrations', () => {
  it('leaves places, counts, letters and persons tied out, however many do it at once', async () => {
    await fc.assert(fc.asyncProperty(fc.array(act, { minLength: 20, maxLength: 60 }), async (acts) => {
      const { id: conferenceId } = await reception.conference({ personsPerAccount: 3 });
      for (const key of ['media', 'delegate']) await reception.category(conferenceId, { key, capacity: 2, waitlistLimit: 2, offerMinutes: 30, needsApproval: key === 'media' });
      const known: RegistrationId[] = [];
      for (let from = 0; from < acts.length; from += 5) await Promise.all(acts.slice(from, from + 5).map((one) => perform(conferenceId, known, one)));
      await reception.get(ExpireOffers).run();
      expect(await reception.broken()).toEqual([]);
      const twice = await reception.query("SELECT account_id, latin_key FROM registration WHERE conference_id = $1 AND state IN ('SUBMITTED', 'IN_REVIEW', 'CONFIRMED', 'WAITLISTED') GROUP BY 1, 2 HAVING count(*) > 1", [conferenceId]);
      expect(twice).toEqual([]);
    }), { numRuns: 12, endOnFailure: true });
  }, 180_000);
});
