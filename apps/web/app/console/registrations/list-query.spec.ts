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

  it('limits only by what is given', () => {
    expect(filterOf(asked('state=DRAFT'))).toEqual({ states: ['DRAFT'] });
    expect(isFiltered(asked('q=lin'))).toBe(true);
  });
});
