import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemActor } from '#identity';
import type { ConferenceId } from '#kernel';
import { RegistrationList } from './registration-list.js';
import { SearchIndex } from './search-index.js';
import { Reception } from './testing/reception.js';

let reception: Reception;
let conferenceId: ConferenceId;
beforeAll(async () => {
  reception = await Reception.open();
  conferenceId = (await reception.conference()).id;
  await reception.category(conferenceId, { key: 'media' });
});
afterAll(() => reception.close());

const enter = (family: string): Promise<unknown> => reception.registered(systemActor, {
  conferenceId, category: 'media', onBehalf: { email: `${family}@search.example`, origin: 'API' }, details: { names: { latinFamily: family, latinGiven: 'Amina' }, nationality: 'KE', consents: [{ key: 'privacy', textVersion: '1' }] },
});
const found = (search: string): Promise<number> => reception.get(RegistrationList).count(conferenceId, { search });

describe('the search index', () => {
  it('lets newcomers wait, who are found all the same, and merges them once', async () => {
    await reception.get(SearchIndex).merge();
    await enter('Wanjiru');
    expect(await found('wanjiru')).toBe(1);
    expect(await reception.get(SearchIndex).merge()).toBeGreaterThan(0);
    expect(await reception.get(SearchIndex).merge()).toBe(0);
    expect(await found('wanjiru')).toBe(1);
  });

  it('is merged by one worker at a time', async () => {
    for (const name of ['Otieno', 'Mwangi', 'Achieng']) await enter(name);
    const pages = await Promise.all(Array.from({ length: 4 }, () => reception.get(SearchIndex).merge()));
    expect(pages.filter((some) => some > 0)).toHaveLength(1);
    expect(await Promise.all(['otieno', 'mwangi', 'achieng'].map(found))).toEqual([1, 1, 1]);
  });
});
