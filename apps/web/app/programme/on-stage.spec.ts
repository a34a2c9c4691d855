import { describe, expect, it } from '@jest/globals';
import { speakersOf } from './on-stage.js';

const speaker = (name: string, role = 'SPEAKER', affiliation: string | null = null) => ({ name: { en: name }, affiliation: affiliation === null ? null : { en: affiliation }, role });
const sessions = [
  { id: 'late', startsAt: '2026-06-01T05:00Z', speakers: [speaker('Tendai Moyo'), speaker('Élodie Nguema', 'KEYNOTE')] },
  { id: 'early', startsAt: '2026-06-01T02:00Z', speakers: [speaker('Tendai Moyo', 'MODERATOR'), speaker('Tendai Moyo', 'SPEAKER', 'Nile Voices')] },
];
const listed = speakersOf(sessions, (name) => name['en'] ?? '', 'en');

describe('those who speak', () => {
  it('are listed by name, accents where readers look for them, one of another house apart', () => {
    expect(listed.map(({ name, affiliation }) => [name['en'], affiliation?.['en']])).toEqual([['Élodie Nguema', undefined], ['Tendai Moyo', undefined], ['Tendai Moyo', 'Nile Voices']]);
  });

  it('have all that they do, in order of time', () => {
    expect(listed[1]?.parts.map(({ session, role }) => [session.id, role])).toEqual([['early', 'MODERATOR'], ['late', 'SPEAKER']]);
  });
});
