import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { tableFile } from '#documents';
import { accountActor, anonymousActor, systemActor } from '#identity';
import { isRefusal, newId } from '#kernel';
import type { ConferenceId } from '#kernel';
import { ExportRegistrations } from './export-registrations.js';
import { RevealTravelDocument } from './reveal-travel-document.js';
import { detailsOf, done, Reception } from './testing/reception.js';

let reception: Reception;
let conferenceId: ConferenceId;
beforeAll(async () => {
  reception = await Reception.open();
  conferenceId = (await reception.conference()).id;
  const yes = { key: 'gala', kind: 'YES_NO' as const, label: { 'en': 'Gala dinner', 'zh-Hans': '晚宴' }, hint: null, required: false, options: [], condition: null };
  await reception.category(conferenceId, { questions: [yes], capacity: 5_000 });
});
afterAll(() => reception.close());

const csv = async (locale: string): Promise<string> => {
  const answer = await reception.get(ExportRegistrations).run(systemActor, conferenceId, { format: 'csv', locale });
  if (isRefusal(answer)) throw new Error(answer.refused);
  const chunks: Buffer[] = [];
  for await (const chunk of tableFile(answer.table, 'csv')) chunks.push(Buffer.from(chunk as Buffer));
  return Buffer.concat(chunks).toString('utf8');
};

describe('the export', () => {
  it('holds every registration with its answers; no cell begins a formula', async () => {
    const actor = await reception.signedIn('export@example.org');
    await reception.registered(actor, {
      conferenceId, details: detailsOf('Comma', 'Carla', { organisation: '=HYPERLINK("http://evil.example")', jobTitle: '-1+1', answers: [{ question: 'gala', yes: true }], nationality: 'IT' }),
    });
    const text = await csv('en');
    expect(text.split('\r\n')[0]).toContain('Gala dinner');
    expect(text).toMatch(/Carla Comma/);
    expect(text).not.toMatch(/(^|,)"?[=+\-@]/m);
    expect(text).toContain('Yes');
    expect(await csv('zh-Hans')).toContain('已确认');
  });

  it('reads on in batches, in the order in which registrations were begun', async () => {
    await reception.query(`
      INSERT INTO registration SELECT (jsonb_populate_record(r, jsonb_build_object(
        'id', '0197a1c2-0000-7000-8000-' || lpad(n::text, 12, '0'), 'code', 'X-' || n, 'latin_key', 'copy ' || n, 'state', 'DRAFT'))).*
      FROM registration r, generate_series(1, 1200) n WHERE r.sort_name = 'comma carla'`);
    expect((await csv('en')).trimEnd().split('\r\n')).toHaveLength(1_202);
  });

  it('is for staff who may export, and is written down', async () => {
    const exporting = reception.get(ExportRegistrations);
    const options = { format: 'csv', locale: 'en' };
    expect(await exporting.run(anonymousActor('192.0.2.1', 'en'), conferenceId, options)).toMatchObject({ refused: 'access.sign-in-needed' });
    const viewer = accountActor({ id: newId<'Account'>(), email: 'viewer@example.org', locale: 'en' }, [{ role: 'VIEWER', scopeKind: 'INSTALLATION', scopeId: null }]);
    expect(await exporting.run(viewer, conferenceId, options)).toMatchObject({ refused: 'access.denied' });
    const written = await reception.query<{ n: number }>("SELECT count(*)::int AS n FROM audit_entry WHERE action = 'registration.exported' AND conference_id = $1", [conferenceId]);
    expect(written).toEqual([{ n: 3 }]);
  });
});

describe('a travel document', () => {
  it('is shown in full to those who may, after the look is written down; it is nowhere in the clear', async () => {
    const { id } = await reception.conference();
    const actor = await reception.signedIn('traveller@example.org');
    const number = 'CANARY4711';
    const registration = await reception.registered(actor, { conferenceId: id, details: detailsOf('Traveller', 'Tina', { travelDocument: { kind: 'PASSPORT', number, issuedBy: 'AT', expiresOn: '2030-01-01' } }) }, );
    const reveal = reception.get(RevealTravelDocument);
    expect(await reveal.run(actor, registration.id, 'curiosity')).toMatchObject({ refused: 'access.denied' });
    expect(await reveal.run(systemActor, registration.id, '')).toMatchObject({ refused: 'input.invalid' });
    expect(done(await reveal.run(systemActor, registration.id, 'Visa letter'))).toEqual({ kind: 'PASSPORT', number, issuedBy: 'AT', expiresOn: '2030-01-01' });
    expect(await reception.query("SELECT count(*)::int AS n FROM audit_entry WHERE action = 'registration.document-revealed'")).toEqual([{ n: 1 }]);
    for (const table of ['registration', 'travel_document', 'person', 'message', 'outbox', 'audit_entry', 'idempotency']) {
      expect(await reception.query(`SELECT 1 FROM ${table} t WHERE t::text LIKE $1`, [`%${number}%`])).toEqual([]);
    }
  });

  it('is not revealed where there is none', async () => {
    const registration = await reception.registered(await reception.signedIn('none@example.org'), { conferenceId });
    expect(await reception.get(RevealTravelDocument).run(systemActor, registration.id, 'Visa letter')).toMatchObject({ refused: 'registration.no-document' });
  });
});
