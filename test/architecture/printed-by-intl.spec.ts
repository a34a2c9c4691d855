import { Linter } from 'eslint';
import { describe, expect, it } from '@jest/globals';
import ts from 'typescript';
import tseslint from 'typescript-eslint';
import { printedByIntl } from '../printed-by-intl.mjs';

const FILE = '/planted.tsx';
const BEFORE = 'declare global { namespace JSX { interface IntrinsicElements { [tag: string]: object } } }\nexport {};\n';

/** What the rule says of a page that is only in memory. */
function said(code: string): (string | undefined)[] {
  const source = ts.createSourceFile(FILE, BEFORE + code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const options: ts.CompilerOptions = { jsx: ts.JsxEmit.Preserve, noLib: true, strict: true, types: [] };
  const host: ts.CompilerHost = { ...ts.createCompilerHost(options), getSourceFile: (name) => (name === FILE ? source : undefined), fileExists: (name) => name === FILE, readFile: () => source.text, getCurrentDirectory: () => '/' };
  const programs = [ts.createProgram([FILE], options, host)];
  return new Linter({ cwd: '/' }).verify(source.text, [{
    files: ['**/*.tsx'], languageOptions: { parser: tseslint.parser, parserOptions: { programs } },
    plugins: { house: { rules: { 'printed-by-intl': printedByIntl } } }, rules: { 'house/printed-by-intl': 'error' },
  }] as Linter.Config[], { filename: FILE }).map(({ messageId, message }) => messageId ?? message);
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
});
