import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { systemActor } from '#identity';
import { EraseDocuments } from '#registration';
import { ReadManifest } from './index.js';
import { CoachPark, done } from './testing/coach-park.js';

let park: CoachPark;
beforeAll(async () => { park = await CoachPark.open(); });
afterAll(() => park.close());

it('does not miss the documents that were erased since, and shows none', async () => {
  const departureId = await park.departure('09:00', '12:00', { visitId: await park.visit({ identityNeeds: ['TRAVEL_DOCUMENT'], identityHours: 0 }) });
  const number = 'N1234567';
  done(await park.book(await park.delegate('en', { travelDocument: { kind: 'PASSPORT', number, issuedBy: 'NG' } }), departureId));
  done(await park.book(await park.delegate(), departureId));
  const lines = async () => done(await park.get(ReadManifest).run(systemActor, departureId, { documents: true, format: 'page' })).vehicles.flatMap((vehicle) => vehicle.lines);
  expect((await lines()).map(({ missing, document }) => [missing, document?.number]).sort()).toEqual([[[], number], [['TRAVEL_DOCUMENT'], undefined]]);
  park.clock.moveTo(new Date('2026-07-04T00:00:00Z'));
  await park.get(EraseDocuments).run();
  expect((await lines()).map(({ missing, document }) => [missing, document])).toEqual([[[], null], [[], null]]);
});
