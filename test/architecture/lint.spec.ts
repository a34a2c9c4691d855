import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';

const PLANTED = `
const answer: unknown = JSON.parse('{}');
export const told = \`\${answer}\`;
Promise.resolve();
export const open = (told as any).field;
export function kind(of: 'one' | 'two'): number {
  switch (of) { case 'one': return 1; }
  return 2;
}
`;

/** What lint says of a source, by the rules of .oxlintrc.json. */
function rulesBroken(source: string): readonly string[] {
  const folder = mkdtempSync(join(tmpdir(), 'huiguan-lint-'));
  try {
    copyFileSync('.oxlintrc.json', join(folder, '.oxlintrc.json'));
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: { strict: true, module: 'NodeNext', types: [] }, include: ['*.ts'] }));
    writeFileSync(join(folder, 'planted.ts'), source);
    // Lint looks for its companion, which knows types, from the folder in which it runs.
    const said = linted(['--config', join(folder, '.oxlintrc.json'), '--format', 'unix', folder]);
    return [...said.matchAll(/(?:eslint|typescript)\(([a-z-]+)\)/g)].map(([, rule]) => rule ?? '').sort();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function linted(args: readonly string[]): string {
  try {
    return execFileSync('node_modules/.bin/oxlint', args, { encoding: 'utf8' });
  } catch (fault) {
    return (fault as { stdout: string }).stdout;
  }
}

describe('lint', () => {
  it('knows types: what is planted is found', () => {
    expect(rulesBroken(PLANTED)).toEqual(['no-explicit-any', 'no-floating-promises', 'no-unsafe-assignment', 'no-unsafe-member-access', 'restrict-template-expressions', 'switch-exhaustiveness-check']);
  });

  it('finds nothing where all is in order', () => {
    expect(rulesBroken('export const one = 1;\n')).toEqual([]);
  });
});
