import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { isMessageKey } from '#i18n';
import { textsFor } from '../../i18n/texts.js';
import { DEED_GROUPS, deedName, sentenceOf } from './deeds.js';

const sources = globSync('{libs,apps}/**/*.ts', { exclude: (name) => name === 'node_modules' || name === 'web' }).filter((file) => !/\.spec\.ts$|\.fixture\.ts$|^libs\/testkit/.test(file)).map((file) => readFileSync(file, 'utf8'));
const written = new Set(sources.flatMap((text) => [...text.matchAll(/\b(?:action: (?:[^,'?]+ \? )?|note\(tx, actor, |return this\.change\(actor, place, )'([a-z.-]+)'(?: : '([a-z.-]+)')?/g)].flatMap(([, one, other]) => [one, other])).filter((action) => action !== undefined));
const grouped = Object.values(DEED_GROUPS).flat() as readonly string[];
const texts = textsFor('en');

describe('each deed that the house writes down', () => {
  it('is found by this test', () => {
    expect(written.size).toBeGreaterThan(30);
    expect([...written]).toEqual(expect.arrayContaining(['role.revoked', 'message.sent-once-more', 'text.reset', 'programme.rolled-back']));
  });

  it('has a sentence', () => {
    expect([...written].filter((action) => !isMessageKey(`console.deed.${action}`))).toEqual([]);
  });

  it('can be chosen, once, and says nothing in code', () => {
    expect([...written].filter((action) => !grouped.includes(action))).toEqual([]);
    expect(new Set(grouped).size).toBe(grouped.length);
    for (const action of grouped) expect(deedName(texts, action)).not.toMatch(/[{}]|\b[a-z]+\.[a-z]+\b/);
  });
});

describe('a line of the log', () => {
  const of = (action: string, data: object = {}, subjectName: string | null = 'Amara Diallo') => sentenceOf(texts, { action, subjectName, subjectTitle: null, data });

  it('names roles, numbers and what is without limit as people do', () => {
    expect(of('role.changed', { role: 'OWNER', before: 'VIEWER' })).toBe('changed the role of Amara Diallo from Viewer to Owner');
    expect(of('places.capacity-set', { before: null, after: 40 }, 'Ports')).toContain('from no limit to 40');
    expect(of('programme.released', { notified: 1 }, '3')).toContain('1 person was told');
    expect(of('text.mended', { locale: 'ar', key: 'web.search' }, null)).toContain('Arabic');
    expect(of('registration.exported', { format: 'xlsx' })).toContain('XLSX');
  });

  it('says that something is gone, and what it has no words for', () => {
    expect(of('role.granted', { role: 'VIEWER' }, null)).toContain('no longer there');
    expect(of('zebra.striped')).toContain('zebra.striped');
  });
});
