import { describe, expect, it } from '@jest/globals';
import type { QuestionData } from './category-data.js';
import { placesTo } from './places-to.js';
import { moved, placesIn, put, questionIn, questionOfPath, shortName } from './questions.js';

const question = (key: string): QuestionData => ({ key, kind: 'TEXT', label: { en: key }, hint: null, required: false, options: [], condition: null });
const three = ['one', 'two', 'three'].map(question);
const keys = (questions: readonly QuestionData[]): string[] => questions.map(({ key }) => key);
const form = (entries: readonly (readonly [string, string])[]): FormData => {
  const data = new FormData();
  for (const [name, value] of entries) data.append(name, value);
  return data;
};

describe('the questions of a form', () => {
  it('move by one place, and not beyond the ends', () => {
    expect(keys(moved(three, 'two', -1))).toEqual(['two', 'one', 'three']);
    expect(keys(moved(three, 'two', 1))).toEqual(['one', 'three', 'two']);
    expect([keys(moved(three, 'one', -1)), keys(moved(three, 'three', 1)), keys(moved(three, 'four', 1))]).toEqual(Array.from({ length: 3 }, () => ['one', 'two', 'three']));
  });

  it('move as many places as they are dragged, the others keeping their order', () => {
    expect([keys(moved(three, 'one', 2)), keys(moved(three, 'three', -2))]).toEqual([['two', 'three', 'one'], ['three', 'one', 'two']]);
    expect([['2'], ['0'], ['-1'], ['1.5'], ['many'], []].map(([places]) => placesIn(form(places === undefined ? [] : [['places', places]])))).toEqual([2, 1, 1, 1, 1, 1]);
  });

  it('are put in their own place, new ones last', () => {
    expect(keys(put(three, question('deux'), 'two'))).toEqual(['one', 'deux', 'three']);
    expect(keys(put(three, question('four'), null))).toEqual(['one', 'two', 'three', 'four']);
  });

  it('are read from what was typed: short names are made, empty choices go', () => {
    expect(questionIn(form([['kind', 'CHOICE'], ['label.en', 'What is it?'], ['label.zh-Hans', '是什么？'], ['required', 'yes'], ['options.0.key', ''], ['options.0.label.en', 'Tea'], ['options.1.key', ''], ['options.1.label.en', ' '], ['options.2.key', ''], ['options.2.label.zh-Hans', '茶']]), three)).toEqual({
      key: 'what-is-it', kind: 'CHOICE', label: { 'en': 'What is it?', 'zh-Hans': '是什么？' }, hint: null, required: true, condition: null, options: [{ key: 'tea', label: { en: 'Tea' } }, { key: 'choice-1', label: { 'zh-Hans': '茶' } }],
    });
  });

  it('hang from one earlier question at most', () => {
    const asked = (...ticks: readonly (readonly [string, string])[]) => questionIn(form([['kind', 'TEXT'], ['label.en', 'Why'], ...ticks]), three);
    expect(asked(['condition', 'diet:tea'], ['condition', 'diet:coffee'])?.condition).toEqual({ question: 'diet', equalsAny: ['tea', 'coffee'] });
    expect(asked(['countries.from', 'cn, la']) ?.condition).toEqual({ question: 'from', equalsAny: ['CN', 'LA'] });
    expect(asked(['condition', 'diet:tea'], ['condition', 'gala:true'])).toBeUndefined();
  });
});

it('a short name is of Latin letters, and never one that is taken', () => {
  expect(shortName({ en: '  Café & Bar!  ' }, [], 'question')).toBe('cafe-bar');
  expect(shortName({ en: 'Diet' }, ['diet', 'diet-2'], 'question')).toBe('diet-3');
  expect(shortName({ 'zh-Hans': '饮食' }, ['question-1'], 'question')).toBe('question-2');
});

it('a problem of the api is told of its question', () => {
  expect([questionOfPath('questions.3.label'), questionOfPath('title')]).toEqual([{ index: 3, rest: 'label' }, undefined]);
});

it('a question that is let go of comes between those whose middles it has passed', () => {
  const middles = [50, 150, 250, 350];
  expect([0, 60, 149, 151, 260, 400].map((pointed) => placesTo(middles, 1, pointed))).toEqual([-1, 0, 0, 0, 1, 2]);
  expect([placesTo(middles, 0, 400), placesTo(middles, 3, 0), placesTo(middles, -1, 100)]).toEqual([3, -3, 0]);
});
