import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Conference, NewConference } from '#conferences';
import { systemActor } from '#identity';
import type { Actor } from '#identity';
import { isRefusal } from '#kernel';
import type { FileId, PersonId } from '#kernel';
import { FileStore, SweepUnusedFiles, TakeFile } from '#media';
import { People, TravelDocuments } from '#people';
import { DocumentErasure } from './document-erasure.js';
import { EraseDocuments } from './erase-documents.js';
import type { Registration } from './registration.entity.js';
import { RegistrationStore } from './registration.store.js';
import { RevealTravelDocument } from './reveal-travel-document.js';
import { detailsOf, done, Reception } from './testing/reception.js';
import { UpdateRegistration } from './update-registration.js';

let reception: Reception;
let folder: string;
let store: FileStore;
beforeAll(async () => {
  reception = await Reception.open();
  folder = await mkdtemp(join(tmpdir(), 'huiguan-erased-'));
  store = new FileStore(folder);
});
afterAll(async () => {
  expect(await reception.broken()).toEqual([]);
  await reception.close();
  await rm(folder, { recursive: true });
});

const LAST_MOMENT = new Date('2026-07-03T15:59:59.999Z');
const OVER = new Date('2026-07-03T16:00:00Z');
const NEXT = { startsOn: '2026-09-01', endsOn: '2026-09-02' };
const SCAN = { key: 'scan', kind: 'FILE' as const, label: { en: 'A scan of your passport' }, required: true, options: [] };
const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n');
let count = 0;
const passport = () => ({ kind: 'PASSPORT' as const, number: `E${String(count += 1).padStart(8, '0')}`, issuedBy: 'VN' });
const person = (given: string) => detailsOf('Trần', given, { nationality: 'VN', residence: 'LA', travelDocument: passport() });

/** A conference that asks for documents; registration takes place in March. */
const asking = async (changes: Partial<NewConference> = {}, questions: readonly (typeof SCAN)[] = []): Promise<Conference> => {
  reception.clock.moveTo(new Date('2026-03-02T08:00:00Z'));
  const conference = await reception.conference(changes);
  await reception.category(conference.id, { asksTravelDocument: true, questions: [...questions] });
  return conference;
};
const scanOf = async ({ accountId, principal }: Actor): Promise<FileId> =>
  done(await new TakeFile(store, reception.work, reception.clock).run({ content: Readable.from([pdf]), isCut: () => false, name: 'passport.pdf', owner: { accountId, principal }, signal: new AbortController().signal })).id;
const eraseAt = async (now: Date): Promise<void> => {
  reception.clock.moveTo(now);
  await reception.get(EraseDocuments).run();
};
const ofPerson = ({ personId }: Registration): PersonId => {
  if (personId === null) throw new Error('nobody was registered');
  return personId;
};
const hasDocument = async (registration: Registration): Promise<boolean> => (await reception.get(TravelDocuments).masked(reception.work.reader, [ofPerson(registration)])).length > 0;
const lines = (conference: Conference) => reception.query<{ data: object }>("SELECT data FROM audit_entry WHERE action = 'registration.documents-erased' AND conference_id = $1 AND subject_id = $1 ORDER BY at", [conference.id]);

describe('a travel document, when its days are over', () => {
  it('is there until the last moment by the conference’s clock, and then nowhere: no number, key, index or scan; the log says how many', async () => {
    const conference = await asking({}, [SCAN]);
    const actor = await reception.signedIn('duc@example.org');
    const fileId = await scanOf(actor);
    const before = await reception.registered(actor, { conferenceId: conference.id, details: { ...person('Đức'), answers: [{ question: 'scan', fileId }] } });
    await eraseAt(LAST_MOMENT);
    expect(await reception.registration(before.id)).toEqual(before);
    expect([await hasDocument(before), await lines(conference)]).toEqual([true, []]);

    await eraseAt(OVER);
    const after = await reception.registration(before.id);
    expect(after).toEqual({ ...before, answers: [], documentIndex: null });
    expect(await hasDocument(before)).toBe(false);
    expect(await reception.query('SELECT 1 FROM personal_key WHERE person_id = $1', [before.personId])).toEqual([]);
    await new SweepUnusedFiles(store, reception.work, reception.clock).sweep();
    expect(await reception.query('SELECT 1 FROM file WHERE id = $1', [fileId])).toEqual([]);
    expect(await lines(conference)).toEqual([{ data: { documents: 1, files: 1 } }]);

    await eraseAt(new Date(OVER.getTime() + 86_400_000));
    expect([await reception.registration(before.id), (await lines(conference)).length]).toEqual([after, 1]);
  });

  it('is kept for as many days as the conference says', async () => {
    const conference = await asking({ documentsKeptDays: 1 });
    const registration = await reception.registered(await reception.signedIn('lan@example.org'), { conferenceId: conference.id, details: person('Lan') });
    await eraseAt(new Date('2026-06-04T15:59:59Z'));
    expect(await hasDocument(registration)).toBe(true);
    await eraseAt(new Date('2026-06-04T16:00:00Z'));
    expect(await hasDocument(registration)).toBe(false);
  });

  it('stays for a later conference until that one’s are over; what the earlier registration carried goes', async () => {
    const [earlier, later] = [await asking({}, [SCAN]), await asking(NEXT)];
    const actor = await reception.signedIn('minh@example.org');
    const first = await reception.registered(actor, { conferenceId: earlier.id, details: { ...person('Minh'), answers: [{ question: 'scan', fileId: await scanOf(actor) }] } });
    const second = await reception.registered(actor, { conferenceId: later.id, personId: first.personId, details: detailsOf('Trần', 'Minh') });
    await eraseAt(OVER);
    expect(await hasDocument(second)).toBe(true);
    expect(await reception.registration(first.id)).toMatchObject({ documentIndex: null, answers: [] });
    expect(await reception.registration(second.id)).toEqual(second);
    expect(await lines(earlier)).toEqual([{ data: { documents: 0, files: 1 } }]);
    await eraseAt(new Date('2026-10-03T00:00:00Z'));
    expect(await hasDocument(second)).toBe(false);
    expect(await lines(later)).toEqual([{ data: { documents: 1, files: 0 } }]);
  });

  it('of many goes in batches', async () => {
    const conference = await asking();
    const actor = await reception.signedIn('secretary@example.org');
    const { id } = await reception.registered(actor, { conferenceId: conference.id, details: person('Hoa') });
    await reception.query(`
      WITH made AS (INSERT INTO person SELECT (jsonb_populate_record(p, jsonb_build_object('id', gen_random_uuid()))).* FROM person p, generate_series(1, 450) n WHERE p.latin_given = 'Hoa' RETURNING id),
      kept AS (INSERT INTO travel_document SELECT (jsonb_populate_record(t, jsonb_build_object('person_id', m.id, 'blind_index', 'copy ' || m.id))).* FROM travel_document t JOIN registration r ON r.person_id = t.person_id AND r.id = $1, made m)
      INSERT INTO registration SELECT (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), 'person_id', m.id, 'code', 'C-' || m.id, 'state', 'DRAFT', 'document_index', 'copy ' || m.id))).* FROM registration r, made m WHERE r.id = $1`, [id]);
    await eraseAt(OVER);
    expect(await reception.query("SELECT 1 FROM registration WHERE conference_id = $1 AND document_index IS NOT NULL", [conference.id])).toEqual([]);
    expect(await reception.query('SELECT 1 FROM travel_document t JOIN registration r ON r.person_id = t.person_id WHERE r.conference_id = $1', [conference.id])).toEqual([]);
    const counted = (await lines(conference)).map(({ data }) => (data as { documents: number }).documents);
    expect([counted.length, counted.reduce((sum, n) => sum + n, 0)]).toEqual([3, 451]);
    await reception.query("DELETE FROM registration WHERE conference_id = $1 AND state = 'DRAFT'", [conference.id]);
  });
});

describe('beside somebody who writes at that moment', () => {
  it('waits for nobody: whose row is held is left to the next time', async () => {
    const conference = await asking();
    const registration = await reception.registered(await reception.signedIn('thu@example.org'), { conferenceId: conference.id, details: person('Thu') });
    await reception.work.run(async (tx) => {
      await reception.get(RegistrationStore).lock(tx, registration.id);
      await reception.get(People).lock(tx, ofPerson(registration));
      await eraseAt(OVER);
      expect(await hasDocument(registration)).toBe(true);
    });
    expect(await reception.registration(registration.id)).toEqual(registration);
    await eraseAt(OVER);
    expect([await hasDocument(registration), (await reception.registration(registration.id)).documentIndex]).toEqual([false, null]);
  });

  it('asks again under the lock: who registered between the look and the lock keeps the document', async () => {
    const [earlier, later] = [await asking(), await asking(NEXT)];
    const actor = await reception.signedIn('phuong@example.org');
    const { personId } = await reception.registered(actor, { conferenceId: earlier.id, details: person('Phương') });
    const second = await reception.registered(actor, { conferenceId: later.id, personId, details: detailsOf('Trần', 'Phương') });
    await reception.work.run((tx) => {
      const seen: string[] = [];
      const query = <Row>(sql: string, parameters?: readonly unknown[]): Promise<Row[]> => (seen.push(sql) === 1 ? Promise.resolve([{ id: personId }] as Row[]) : tx.query<Row>(sql, parameters));
      return reception.get(DocumentErasure).ofPeople({ ...tx, query }, [earlier.id]);
    });
    expect(await hasDocument(second)).toBe(true);
  });

  it('who registers for a later conference has a document there, or is asked for one', async () => {
    const [earlier, later] = [await asking({}), await asking({ ...NEXT, personsPerAccount: 100 })];
    const actor = await reception.signedIn('chancery@example.org');
    const before: Registration[] = [];
    for (let n = 0; n < 12; n += 1) before.push(await reception.registered(actor, { conferenceId: earlier.id, details: person(`Person ${String.fromCharCode(65 + n)}`) }));
    reception.clock.moveTo(OVER);
    const [answers] = await Promise.all([
      Promise.all(before.map((one) => reception.register(actor, { conferenceId: later.id, personId: one.personId, details: { consents: [{ key: 'privacy', textVersion: '2026-01' }] } }))),
      reception.get(EraseDocuments).run(), reception.get(EraseDocuments).run(), reception.get(EraseDocuments).run(),
    ]);
    const held = await Promise.all(before.map(hasDocument));
    expect(answers.map((answer) => !isRefusal(answer))).toEqual(held);
    for (const answer of answers.filter(isRefusal)) expect(answer.data['problems']).toEqual([{ path: 'travelDocument', code: 'required' }]);
  });
});

describe('a registration of then', () => {
  it('can still be corrected by staff, and has nothing to reveal; while its documents were kept it could not lack them', async () => {
    const conference = await asking({}, [SCAN]);
    const actor = await reception.signedIn('ha@example.org');
    const { id } = await reception.registered(actor, { conferenceId: conference.id, details: { ...person('Hà'), answers: [{ question: 'scan', fileId: await scanOf(actor) }] } });
    const update = reception.get(UpdateRegistration);
    expect(await update.run(systemActor, { id, details: { travelDocument: null, answers: [{ question: 'scan' }] } })).toMatchObject({
      refused: 'input.invalid', data: { problems: [{ path: 'travelDocument', code: 'required' }, { path: 'answers.scan', code: 'required' }] },
    });
    await eraseAt(OVER);
    done(await update.run(systemActor, { id, details: { jobTitle: 'Chairwoman' } }));
    expect(await reception.registration(id)).toMatchObject({ jobTitle: 'Chairwoman', state: 'CONFIRMED' });
    expect(await reception.get(RevealTravelDocument).run(systemActor, id, 'Visa letter')).toMatchObject({ refused: 'registration.no-document' });
  });
});
