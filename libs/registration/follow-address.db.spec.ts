import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { FollowAddress } from './follow-address.js';
import { RegistrationList } from './registration-list.js';
import { WithdrawRegistration } from './withdraw-registration.js';
import { done, Reception } from './testing/reception.js';

let reception: Reception;
beforeAll(async () => { reception = await Reception.open(); });
afterAll(() => reception.close());

it('registrations follow the new address of their account: letters go there, lists find them by it', async () => {
  const { id: conferenceId } = await reception.conference();
  const actor = await reception.signedIn('old@lists.example');
  const { id } = await reception.registered(actor, { conferenceId });
  await reception.query("UPDATE account SET email = 'new@elsewhere.example', email_key = 'new@elsewhere.example' WHERE id = $1", [actor.accountId]);
  if (actor.accountId !== null) for (let run = 0; run < 2; run += 1) await reception.get(FollowAddress).run(actor.accountId);
  expect((await reception.registration(id)).email).toBe('new@elsewhere.example');
  const list = reception.get(RegistrationList);
  expect([await list.count(conferenceId, { search: 'elsewhere' }), await list.count(conferenceId, { search: 'old@lists' })]).toEqual([1, 0]);
  done(await reception.get(WithdrawRegistration).run(actor, { id }));
  const [letter] = await reception.query("SELECT to_address FROM message WHERE registration_id = $1 AND kind = 'registration.withdrawn'", [id]);
  expect(letter).toEqual({ to_address: 'new@elsewhere.example' });
});
