import { describe, expect, it } from '@jest/globals';
import { besideItsStop, stopsIn } from './stops.js';

function formOf(values: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  return form;
}

describe('the stops of a form', () => {
  const form = formOf({
    'stops.0.name.en': 'Tea house', 'stops.0.name.zh-Hans': '茶馆', 'stops.0.afterMinutes': '60', 'stops.0.stayMinutes': '45',
    'stops.1.name.en': ' ', 'stops.1.afterMinutes': '5', 'stops.1.stayMinutes': '',
    'stops.2.name.ar': 'الميناء', 'stops.2.afterMinutes': '10', 'stops.2.stayMinutes': '',
    'stops.3.name.en': 'Old town', 'stops.3.afterMinutes': '', 'stops.3.stayMinutes': '',
  });

  it('come in the order in which they are reached, in all their languages; one without a name is none', () => {
    expect(stopsIn(form)).toEqual([
      { row: 2, name: { ar: 'الميناء' }, afterMinutes: 10, stayMinutes: 30 },
      { row: 3, name: { en: 'Old town' }, afterMinutes: 55, stayMinutes: 30 },
      { row: 0, name: { 'en': 'Tea house', 'zh-Hans': '茶馆' }, afterMinutes: 60, stayMinutes: 45 },
    ]);
  });

  it('show a problem where the stop was typed', () => {
    expect(besideItsStop({ path: 'stops.2.afterMinutes', message: 'Too early' }, stopsIn(form))).toEqual({ path: 'stops.0.afterMinutes', message: 'Too early' });
    expect(besideItsStop({ path: 'slug', message: 'Taken' }, stopsIn(form)).path).toBe('slug');
  });
});
