import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

// Within it ~ stands for a backtick, and # before a brace for a dollar sign.
const TEXTS = String.raw`
/** 说明：这条注释没有人读。 */
export const texts = {
  han: '重庆 “一带一路” 🏮', arabic: "المؤتمر\u200f الدولي", thai: ~#{'การ'}ประชุม~, combining: 'e\u0301', tab: 'a\tb', 'ключ': 1,
  raw: String.raw~第\d届🏮#{1 + 1}~,
  tagged: ((parts, ...values) => [parts.raw, [...parts], values])~中\u6587#{'文'}🏮~,
  replaced: '中文 ёж 🏮🏮'.replace(/[一-龥]|ё|🏮{2}/gu, '*'), plain: /🏮/.test('🏮'), folded: 'ÉCOLE'.replace(/é/iu, '-'), named: 'ї'.replace(/(?<їжак>ї)/, '$<їжак>$<їжак>'),
  class: class Größe { static 'ä' = 2; },
};
`.replaceAll('~', '`').replaceAll('#{', '${');
const MAIN = `import { texts } from '../../libs/texts.js';
console.log(JSON.stringify({ ...texts, class: texts.class.name + texts.class['ä'] }));
`;

describe('the bundle of what api and worker load', () => {
  const before = mkdtempSync(join(tmpdir(), 'huiguan-bundle-'));
  const after = `${before}-joined`;
  const said = (root: string, app: string): unknown => JSON.parse(execFileSync(process.execPath, [join(root, 'dist/apps', app, 'main.js')], { encoding: 'utf8' }));

  beforeAll(() => {
    for (const folder of ['apps/api', 'apps/worker', 'libs']) mkdirSync(join(before, 'dist', folder), { recursive: true });
    writeFileSync(join(before, 'package.json'), '{"type":"module"}');
    writeFileSync(join(before, 'dist/libs/texts.js'), TEXTS);
    for (const app of ['api', 'worker']) writeFileSync(join(before, 'dist/apps', app, 'main.js'), MAIN);
    cpSync(before, after, { recursive: true });
    execFileSync(process.execPath, ['--input-type=module', '-e', `await (await import(${JSON.stringify(resolve('apps/launcher/bundle.mjs'))})).bundle(process.argv[1])`, after]);
  });
  afterAll(() => { for (const folder of [before, after]) rmSync(folder, { recursive: true, force: true }); });

  it('says what the modules said, letter by letter, in any script', () => {
    for (const app of ['api', 'worker']) expect(said(after, app)).toEqual(said(before, app));
    expect(said(before, 'api')).toMatchObject({ han: '重庆 “一带一路” 🏮', replaced: '** *ж *', class: 'Größe2' });
  });

  it('has no comment, and no letter for which V8 would keep its text at two bytes each but in templates that are read as they are written', () => {
    const parts = readdirSync(join(after, 'dist/parts')).map((name) => readFileSync(join(after, 'dist/parts', name), 'utf8'));
    const all = [readFileSync(join(after, 'dist/apps/api/main.js'), 'utf8'), ...parts].join('\n');
    expect(all).toContain('texts');
    expect(all.match(/[^\u0000-\u00ff]/gu)?.join('')).toBe('第届🏮中🏮');
    expect(all).not.toContain('/**');
  });
});
