import { readFileSync } from 'node:fs';
import { KeyRing, LinkTokens, rowsOf, UnitOfWork } from '#platform';
import { BaseResolver } from '../graphql/base.resolver.js';
import { shellUnderTest } from '../testing/shell-under-test.js';
import type { ShellUnderTest } from '../testing/shell-under-test.js';
import { IdentityApiModule } from './identity-api.module.js';

const OTHERS = 'type Person { id: ID! } type Departure { id: ID! }';
export const ADMIN_EMAIL = 'chief@example.org';
export const ADMIN_TOKEN = 'a-token-of-more-than-24-letters';

/** The api with nothing but identity in it. */
export async function identityUnderTest(settings: Readonly<Record<string, string>> = {}): Promise<ShellUnderTest> {
  const sdl = ['graphql/base', 'identity/identity'].map((name) => readFileSync(`apps/api/${name}.graphql`, 'utf8')).join('\n');
  return shellUnderTest({ sdl: `${sdl}\n${OTHERS}`, providers: [BaseResolver], imports: [IdentityApiModule], settings: { ADMIN_EMAIL, ADMIN_TOKEN, ...settings } });
}

/** The token that the newest letter to an address would carry. */
export async function letterToken(shell: ShellUnderTest, purpose: string, email: string): Promise<string> {
  const { reader } = shell.app.get(UnitOfWork);
  const [letter] = await rowsOf<{ id: string }>(reader, `
    SELECT coalesce(props->>'linkId', props->>'invitationId', props->>'changeId') AS id FROM message WHERE to_address = $1 ORDER BY id DESC LIMIT 1`, [email]);
  if (letter === undefined) throw new Error(`no letter to ${email}`);
  return new LinkTokens(shell.app.get(KeyRing)).linkToken(purpose, letter.id);
}
