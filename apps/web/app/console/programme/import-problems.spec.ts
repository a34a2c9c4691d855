import { expect, it } from '@jest/globals';
import { problemsByRow } from './import-problems.js';

it('problems of a file stand in the order of its rows, those of the whole file first', () => {
  const message = 'x';
  expect(problemsByRow([{ path: 'rows.12.start', message }, { path: 'rows.3', message }, { path: 'table', message }, { path: 'schedule.4', message }, { path: 'schedule.schedule.conference', message }])).toEqual([
    { row: undefined, column: '', message }, { row: undefined, column: 'schedule.conference', message }, { row: 3, column: '', message }, { row: 5, column: '', message }, { row: 12, column: 'start', message },
  ]);
});
