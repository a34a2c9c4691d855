import { afterAll, beforeEach, describe, expect, it } from '@jest/globals';
import { systemActor } from '../access/actor.js';
import { IdentityFixture } from '../identity.fixture.js';
import { SealAudit } from './seal-audit.js';
import { VerifyAudit } from './verify-audit.js';

const open: IdentityFixture[] = [];
let house: IdentityFixture;
let seal: SealAudit;
let verify: VerifyAudit;

beforeEach(async () => {
  house = await IdentityFixture.open();
  open.push(house);
  seal = new SealAudit(house.database.work, house.keys);
  verify = new VerifyAudit(house.database.work, house.keys);
});
afterAll(() => Promise.all(open.map((one) => one.close())));

const deed = (n: number) => house.database.work.run((tx) =>
  house.audit.write(tx, { actor: systemActor, action: 'test.done', subjectKind: 'test', subjectId: null, data: { zebra: n, apple: ['x'] } }));

const write = async (count: number): Promise<void> => { for (let n = 0; n < count; n += 1) await deed(n); };

/** What someone with the database's password could do: switch the guard off first. */
const asIntruder = async (sql: string): Promise<void> => {
  await house.query('ALTER TABLE audit_entry DISABLE TRIGGER USER');
  await house.query(sql);
  await house.query('ALTER TABLE audit_entry ENABLE TRIGGER USER');
};

describe('the audit log', () => {
  it('is sealed line by line, also by several sealers and while lines are written', async () => {
    await Promise.all([write(20), write(20), seal.run(), seal.run(), seal.run()]);
    await Promise.all([seal.run(), seal.run()]);
    expect(await verify.run()).toEqual({ isWhole: true, sealed: 40, unsealed: 0 });
    await deed(1);
    expect(await verify.run()).toEqual({ isWhole: true, sealed: 40, unsealed: 1 });
  });

  it.each([
    ['a change', "UPDATE audit_entry SET action = 'nothing' WHERE id IN (SELECT id FROM audit_entry LIMIT 1)"],
    ['a removal', 'DELETE FROM audit_entry'],
    ['a change of a seal', "UPDATE audit_entry SET seal = '\\x00' WHERE seal IS NOT NULL"],
    ['an emptying', 'TRUNCATE audit_entry'],
  ])('refuses %s', async (_what, sql) => {
    await write(2);
    await seal.run();
    await expect(house.query(sql)).rejects.toThrow('append-only');
  });

  it('refuses a change that comes along with a seal', async () => {
    await write(1);
    await expect(house.query("UPDATE audit_entry SET seal_number = 1, seal = '\\x00', data = '{}'")).rejects.toThrow('append-only');
  });

  it.each([
    ['changed', `UPDATE audit_entry SET data = '{"zebra": 99}' WHERE seal_number = 3`, '3'],
    ['moved to another day', "UPDATE audit_entry SET at = at - interval '1 day' WHERE seal_number = 2", '2'],
    ['taken out', 'DELETE FROM audit_entry WHERE seal_number = 4', '4'],
    ['cut off the end', 'DELETE FROM audit_entry WHERE seal_number > 4', '5'],
    ['all taken out', 'DELETE FROM audit_entry', '1'],
    ['changed places', 'UPDATE audit_entry SET seal_number = CASE seal_number WHEN 1 THEN -2 WHEN 2 THEN -1 END WHERE seal_number IN (1, 2); UPDATE audit_entry SET seal_number = -seal_number WHERE seal_number < 0', '1'],
    ['cut off, with the end set back', 'DELETE FROM audit_entry WHERE seal_number > 3; UPDATE audit_head h SET seal_number = 3, seal = e.seal FROM audit_entry e WHERE e.seal_number = 3', '3'],
  ])('betrays a line that was %s behind the guard', async (_what, sql, at) => {
    await write(6);
    await seal.run();
    for (const statement of sql.split(';')) await asIntruder(statement);
    expect(await verify.run()).toEqual({ isWhole: false, at });
  });

  it('is not sealed on where its end was set back, since that would hide it', async () => {
    await write(4);
    await seal.run();
    await asIntruder('DELETE FROM audit_entry WHERE seal_number > 2');
    await asIntruder('UPDATE audit_head h SET seal_number = 2, seal = e.seal FROM audit_entry e WHERE e.seal_number = 2');
    await write(1);
    await expect(seal.run()).rejects.toThrow('the end of the audit chain is not what was sealed');
  });

  it('betrays a line put in without the key', async () => {
    await write(3);
    await seal.run();
    await asIntruder("INSERT INTO audit_entry SELECT gen_random_uuid(), now(), 'SYSTEM', NULL, 'forged', 'test', NULL, NULL, '{}', 4, sha256('guess')");
    await asIntruder("UPDATE audit_head SET seal_number = 4, seal = sha256('guess')");
    expect(await verify.run()).toEqual({ isWhole: false, at: '4' });
  });
});
