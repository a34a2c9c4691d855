import { relative, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';
import { printedByHand } from './printed-by-intl.js';

const FILE = '/planted.tsx';
const BEFORE = 'declare global { namespace JSX { interface IntrinsicElements { [tag: string]: object } } }\nexport {};\n';
const WEB = 'apps/web/tsconfig.json';

/** What is found in a page that is only in memory. */
function said(code: string): string[] {
  const source = ts.createSourceFile(FILE, BEFORE + code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const options: ts.CompilerOptions = { jsx: ts.JsxEmit.Preserve, noLib: true, strict: true, types: [] };
  const host: ts.CompilerHost = { ...ts.createCompilerHost(options), getSourceFile: (name) => (name === FILE ? source : undefined), fileExists: (name) => name === FILE, readFile: () => source.text, getCurrentDirectory: () => '/' };
  return printedByHand(ts.createProgram([FILE], options, host), source, FILE).map(({ rule }) => rule);
}

describe('a page', () => {
  it('prints no number and joins no list by hand', () => {
    expect(said('declare const count: number | null; export const a = <b>{count}</b>;')).toEqual(['number']);
    expect(said('declare const size: 3; export const a = <b>{`all ${size}`}</b>;')).toEqual(['number']);
    expect(said('declare const size: number; export const a = { label: `all (${size})` };')).toEqual(['number']);
    expect(said('declare const names: string[]; export const a = <b>{names.join(", ")}</b>;')).toEqual(['list']);
    expect(said('declare const names: string[]; export const a = names.join(" / ");')).toEqual(['list']);
  });

  it('may show what is text, what is given to it, and what is edited', () => {
    expect(said('declare const name: string; export const a = <b>{name}</b>;')).toEqual([]);
    expect(said('declare const child: number | { readonly type: string }; export const a = <b>{child}</b>;')).toEqual([]);
    expect(said('declare const size: number; export const a = <rect width={size} title="x" key={`row ${size}`} />;')).toEqual([]);
    expect(said('declare const names: string[]; export const a = <input value={names.join(", ")} />;')).toEqual([]);
  });

  it('is so everywhere in the site', () => {
    const { config } = ts.readConfigFile(WEB, (name) => ts.sys.readFile(name)) as { config: object };
    const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, 'apps/web');
    const program = ts.createProgram(fileNames, { ...options, noEmit: true });
    const pages = program.getSourceFiles().filter(({ fileName }) => resolve(fileName).startsWith(resolve('apps/web/app')) && fileName.endsWith('.tsx'));
    expect(pages.length).toBeGreaterThan(100);
    expect(pages.flatMap((page) => printedByHand(program, page, relative('.', page.fileName)))).toEqual([]);
  }, 180_000);
});
