import { describe, expect, it } from '@jest/globals';
import { addressOf, filterOf, isFiltered, queryIn } from './list-query.js';

const asked = (search: string) => queryIn(new URLSearchParams(search));

describe('the address of a list of registrations', () => {
  it('says its filter in one spelling, and reads it back', () => {
    const query = asked('sort=NAME&state=CONFIRMED&state=IN_REVIEW&category=press&nationality=cn&q=%20lin%20&show=200');
    expect(addressOf(query).toString()).toBe('q=lin&state=IN_REVIEW&state=CONFIRMED&category=press&nationality=CN&sort=NAME&show=200');
    expect(queryIn(addressOf(query))).toEqual(query);
  });

  it('passes over what is no filter of ours', () => {
    const query = asked('state=GONE&sort=SIDEWAYS&show=9999&nationality=Atlantis&category=&after=x');
    expect([filterOf(query), isFiltered(query), addressOf(query).toString()]).toEqual([{}, false, '']);
  });

  it('says which columns are shown only where some were chosen, and none is a choice too', () => {
    expect([asked('').columns.length, addressOf(asked('column=NAME&column=CATEGORY&column=NATIONALITY&column=ORGANISATION&column=EMAIL&column=TAGS&column=SUBMITTED')).toString()]).toEqual([6, '']);
    expect(addressOf(asked('column=SUBMITTED&column=EMAIL&column=SHOE_SIZE')).toString()).toBe('column=NAME&column=EMAIL&column=SUBMITTED');
    expect(asked('column=NAME').columns).toEqual([]);
    expect(addressOf(asked('column=NAME')).toString()).toBe('column=NAME');
    expect([filterOf(asked('column=NAME')), isFiltered(asked('column=EMAIL'))]).toEqual([{}, false]);
  });

  it('limits by tags, each once', () => {
    const query = asked('tag=%E8%B4%B5%E5%AE%BE&tag=Visa+letter&tag=Visa+letter');
    expect(filterOf(query)).toEqual({ tags: ['贵宾', 'Visa letter'] });
    expect(queryIn(addressOf(query))).toEqual(query);
  });

  it('limits only by what is given', () => {
    expect(filterOf(asked('state=DRAFT'))).toEqual({ states: ['DRAFT'] });
    expect(isFiltered(asked('q=lin'))).toBe(true);
  });
});
