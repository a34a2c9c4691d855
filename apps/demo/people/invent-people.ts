import { COUNTRIES, CULTURES } from './cultures.js';
import type { Culture, CultureName } from './cultures.js';
import { Dice } from './dice.js';

/** An invented delegate, as the registration form asks for one. */
export interface InventedPerson {
  readonly number: number;
  readonly email: string;
  readonly country: string;
  readonly names: { readonly native: string | null; readonly latinFamily: string; readonly latinGiven: string | null; readonly order: 'FAMILY_FIRST' | 'GIVEN_FIRST' };
  readonly locale: string;
  readonly languages: readonly string[];
  readonly organisation: string;
  readonly passport: string;
  /** What this person is interested in decides what is chosen later; 0 to 1. */
  readonly wish: number;
}

const ORGANISATIONS = ['Chamber of Commerce', 'Overseas Chinese Association', 'Hokkien Huay Kuan', 'Trade Federation', 'University', 'Logistics Company', 'Green Energy Institute', 'Daily News', 'Development Bank', 'Youth Federation'];

/**
 * People of all the countries in turn, invented from a seed: the same seed makes the same people. One in four is of a
 * family that came from China, wherever it lives now. One address in 13 is a secretary's, who registers two more persons.
 */
export function inventPeople(count: number, seed: number, edition: string): readonly InventedPerson[] {
  const dice = new Dice(seed);
  const places = (Object.keys(COUNTRIES) as CultureName[]).flatMap((name) => COUNTRIES[name].split(' ').map((country) => ({ country, culture: CULTURES[name] })));
  const taken = new Set<string>();
  const people: InventedPerson[] = [];
  for (let number = 0; number < count; number += 1) {
    const place = places[number % places.length];
    if (place === undefined) break;
    const shared = number % 13 === 1 || number % 13 === 2 ? number - (number % 13) : number;
    const culture: Culture = (number + Math.floor(number / places.length)) % 4 === 3 ? CULTURES.han : place.culture;
    people.push(invent(number, `delegate${shared}.${edition}@example.org`, place.country, culture, dice, taken));
  }
  return people;
}

function invent(number: number, email: string, country: string, culture: Culture, dice: Dice, taken: Set<string>): InventedPerson {
  for (;;) {
    const [nativeFamily, latinFamily] = dice.pick(culture.family);
    const [nativeGiven, latinGiven] = dice.pick(culture.given);
    const ordered = culture.familyFirst ? [nativeFamily, nativeGiven] : [nativeGiven, nativeFamily];
    const native = ordered.filter((part) => part !== '').join(culture.joint);
    const single = latinFamily === '';
    const key = `${email} ${native}`;
    if (taken.has(key)) continue;
    taken.add(key);
    return {
      number, email, country,
      names: {
        native: native === `${latinGiven} ${latinFamily}` ? null : native,
        latinFamily: single ? latinGiven : latinFamily, latinGiven: single ? null : latinGiven,
        order: culture.familyFirst ? 'FAMILY_FIRST' : 'GIVEN_FIRST',
      },
      locale: culture.languages[0] ?? 'en',
      languages: [...new Set([...culture.languages.map((tag) => (tag === 'zh-Hans' ? 'zh' : tag)), 'en'])],
      organisation: `${latinFamily === '' ? latinGiven : latinFamily} ${dice.pick(ORGANISATIONS)}`,
      passport: `${String.fromCharCode(65 + dice.below(26))}${String(10_000_000 + number * 7 + dice.below(7)).padStart(8, '0')}`,
      wish: dice.fraction(),
    };
  }
}
