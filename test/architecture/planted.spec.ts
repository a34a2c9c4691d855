import { describe, expect, it } from '@jest/globals';
import { judge } from './judge.js';

/** A small house in order, into which each case plants one thing that is wrong. */
const HOUSE: Readonly<Record<string, string>> = {
  'libs/kernel/index.ts': 'export const one = 1;',
  'libs/platform/index.ts': "import { one } from '#kernel'; export const two = one + 1;",
  'libs/i18n/index.ts': 'export const three = 3;',
  'libs/people/index.ts': "import pg from 'pg'; import { readFile } from 'node:fs/promises'; export { pg, readFile };",
  'libs/places/index.ts': 'export const places = 1;',
  'libs/places/testing/hall.ts': "import { kit } from '#testkit'; export const hall = kit;",
  'libs/mail/index.ts': "import nodemailer from 'nodemailer'; export const post = nodemailer;",
  'libs/mail/post.ts': 'export const stamp = 1;',
  'libs/registration/index.ts': "import { post } from '#mail'; export const four = post;",
  'libs/programme/index.ts': 'export const five = 5;',
  'libs/visits/index.ts': "import { four } from '#registration'; export const six = four;",
  'libs/testkit/index.ts': "import { site } from '../../apps/web/site.js'; export const kit = [site, process.env['TEST_DATABASE_URL']]; describe.skip(kit);",
  'apps/api/main.ts': "import { Resolver } from '@nestjs/graphql'; import { six } from '#visits'; export const api = [six, Resolver];",
  'apps/api/visits/visits.graphql': 'type Visit { title: String! }',
  'apps/web/site.ts': 'export const site = 1;',
  'apps/worker/main.ts': "import { Queue } from 'bullmq'; export const worker = Queue;",
  'libs/platform/config/settings.ts': 'export const settings = process.env;',
  'libs/visits/visits.spec.ts': "import { kit } from '#testkit'; import nodemailer from 'nodemailer'; it('is fine', () => [kit, nodemailer]);",
};

const PACKAGES = new Set(['pg', 'nodemailer', 'bullmq', 'ioredis', '@bull-board/api', '@nestjs/graphql', 'typescript']);

function found(planted: Readonly<Record<string, string>>): readonly string[] {
  return judge({ files: new Map(Object.entries({ ...HOUSE, ...planted })), packages: PACKAGES }).map(({ rule, at }) => `${rule} ${at}`);
}

describe('the checker', () => {
  it('finds nothing in a house in order', () => {
    expect(found({})).toEqual([]);
  });

  it.each([
    ['upward', 'libs/mail/x.ts', "import { four } from '#registration';", 'layers libs/mail/x.ts:1'],
    ['upward from the bottom', 'libs/kernel/x.ts', "import { two } from '#platform';", 'layers libs/kernel/x.ts:1'],
    ['sideways', 'libs/programme/x.ts', "import { six } from '#visits';", 'layers libs/programme/x.ts:1'],
    ['sideways in layer 2', 'libs/mail/x.ts', "import { places } from '#places';", 'layers libs/mail/x.ts:1'],
    ['sideways in layer 1', 'libs/platform/x.ts', "import { three } from '#i18n';", 'layers libs/platform/x.ts:1'],
    ['a type only', 'libs/mail/x.ts', "\nimport type { four } from '#registration';", 'layers libs/mail/x.ts:2'],
    ['an inline type', 'libs/mail/x.ts', "export type X = import('#registration').four;", 'layers libs/mail/x.ts:1'],
    ['handed on', 'libs/mail/x.ts', "export * from '#registration';", 'layers libs/mail/x.ts:1'],
    ['at run time', 'libs/mail/x.ts', "export const x = await import('#registration');", 'layers libs/mail/x.ts:1'],
    ['by require', 'libs/mail/x.ts', "const x = require('#registration');", 'layers libs/mail/x.ts:1'],
    ['in a component', 'libs/mail/x.tsx', "import { four } from '#registration'; export const X = <b>{four}</b>;", 'layers libs/mail/x.tsx:1'],
    ['a lib without a layer', 'libs/parking/index.ts', '', 'layers libs/parking'],
    ['past a door by alias', 'libs/registration/x.ts', "import { stamp } from '#mail/post.js';", 'door libs/registration/x.ts:1'],
    ['past a door by path', 'libs/registration/x.ts', "import { stamp } from '../mail/post.js';", 'door libs/registration/x.ts:1'],
    ['past a door from an app', 'apps/worker/x.ts', "import { stamp } from '../../libs/mail/post.js';", 'door apps/worker/x.ts:1'],
    ['its own door', 'libs/mail/x.ts', "import { post } from '#mail';", 'door libs/mail/x.ts:1'],
    ['another app', 'apps/api/x.ts', "import { site } from '../web/site.js';", 'apps apps/api/x.ts:1'],
    ['an app from a lib', 'libs/visits/x.ts', "import { site } from '../../apps/web/site.js';", 'apps libs/visits/x.ts:1'],
    ['testkit in code that runs', 'libs/visits/x.ts', "import { kit } from '#testkit';", 'testkit libs/visits/x.ts:1'],
    ['testkit in an app', 'apps/api/x.ts', "import { kit } from '#testkit';", 'testkit apps/api/x.ts:1'],
    ['a fixture in code that runs', 'libs/places/x.ts', "import { hall } from './testing/hall.js';", 'testkit libs/places/x.ts:1'],
    ['an alias that leads nowhere', 'libs/visits/x.ts', "import { x } from '#nowhere';", 'resolve libs/visits/x.ts:1'],
    ['an alias of another kind', 'libs/mail/x.ts', "import { x } from '@app/registration';", 'resolve libs/mail/x.ts:1'],
    ['an alias that looks like a folder', 'libs/mail/x.ts', "import { x } from 'libs/registration';", 'resolve libs/mail/x.ts:1'],
    ['a home alias', 'libs/mail/x.ts', "import { x } from '~/registration';", 'resolve libs/mail/x.ts:1'],
    ['a file that is not there', 'libs/mail/x.ts', "import { x } from './y.js';", 'resolve libs/mail/x.ts:1'],
    ['a package nobody declared', 'libs/mail/x.ts', "import x from 'left-pad';", 'resolve libs/mail/x.ts:1'],
    ['an alias that leads nowhere, in a test', 'test/e2e/x.spec.ts', "import { x } from '#nowhere';", 'resolve test/e2e/x.spec.ts:1'],
    ['GraphQL in a lib', 'libs/visits/x.ts', "import { Field } from '@nestjs/graphql';", 'packages libs/visits/x.ts:1'],
    ['GraphQL in the worker', 'apps/worker/x.ts', "import { Field } from '@nestjs/graphql';", 'packages apps/worker/x.ts:1'],
    ['the queue in the api', 'apps/api/x.ts', "import { Queue } from 'bullmq';", 'packages apps/api/x.ts:1'],
    ['a look into the queue past its door', 'apps/api/x.ts', "import { createBullBoard } from '@bull-board/api';", 'packages apps/api/x.ts:1'],
    ['Redis in a lib', 'libs/mail/x.ts', "import { Redis } from 'ioredis';", 'packages libs/mail/x.ts:1'],
    ['mail past the post office', 'libs/visits/x.ts', "import { createTransport } from 'nodemailer';", 'packages libs/visits/x.ts:1'],
    ['a part of a banned package', 'apps/worker/x.ts', "import x from 'nodemailer/lib/mailer/index.js';", 'packages apps/worker/x.ts:1'],
    ['the environment', 'libs/mail/x.ts', 'export const x = process.env.SMTP_URL;', 'environment libs/mail/x.ts:1'],
    ['the environment by brackets', 'libs/mail/x.ts', "export const x = process['env'];", 'environment libs/mail/x.ts:1'],
    ['the environment taken apart', 'libs/mail/x.ts', 'const { env } = process;', 'environment libs/mail/x.ts:1'],
    ['the environment imported', 'libs/mail/x.ts', "import { env } from 'node:process';", 'environment libs/mail/x.ts:1'],
    ['the environment of globalThis', 'apps/api/x.ts', 'const x = globalThis.process.env;', 'environment apps/api/x.ts:1'],
    ['a forbidden file name', 'libs/mail/mail-helpers.ts', '', 'words libs/mail/mail-helpers.ts'],
    ['a forbidden folder', 'libs/mail/utils/x.ts', '', 'words libs/mail/utils/x.ts'],
    ['a forbidden class', 'libs/mail/x.ts', 'export class MailManager {}', 'words libs/mail/x.ts:1'],
    ['a forbidden function', 'libs/mail/x.ts', 'export function findUserByAddress() {}', 'words libs/mail/x.ts:1'],
    ['a forbidden value', 'libs/mail/x.ts', 'export const { timeSlots } = { timeSlots: 1 };', 'words libs/mail/x.ts:1'],
    ['a forbidden new name', 'libs/mail/x.ts', 'const a = 1; export { a as CommonThing };', 'words libs/mail/x.ts:1'],
    ['a forbidden GraphQL type', 'apps/api/mail/mail.graphql', '\ntype EventInfo { title: String! }', 'words apps/api/mail/mail.graphql:2'],
    ['a forbidden GraphQL field', 'apps/api/mail/mail.graphql', 'input X { userId: ID! }', 'words apps/api/mail/mail.graphql:1'],
    ['a long file', 'libs/mail/x.ts', '\n'.repeat(300), 'length libs/mail/x.ts'],
    ['a skipped test', 'libs/mail/x.spec.ts', "it.skip('x', () => undefined);", 'skipped libs/mail/x.spec.ts:1'],
    ['a skipped table', 'libs/mail/x.spec.ts', "describe.skip.each([1])('x', () => undefined);", 'skipped libs/mail/x.spec.ts:1'],
    ['a test alone', 'libs/mail/x.spec.ts', "it.only('x', () => undefined);", 'skipped libs/mail/x.spec.ts:1'],
    ['a crossed-out test', 'test/e2e/x.spec.ts', "xit('x', () => undefined);", 'skipped test/e2e/x.spec.ts:1'],
    ['a rule of lint turned off', 'libs/mail/x.ts', 'export const x = 1; /' + '/ oxlint-disable-line', 'silenced libs/mail/x.ts:1'],
    ['a check of types turned off', 'libs/mail/x.ts', '/' + '/ @ts-expect-error\nexport const x = 1;', 'silenced libs/mail/x.ts:1'],
    ['an ending of its own', 'apps/worker/x.ts', "process.once('SIGTERM', () => process.exit(0));", 'ending apps/worker/x.ts:1'],
    ['an ending of its own for all signals', 'apps/worker/x.ts', 'process.once(signal, end);', 'ending apps/worker/x.ts:1'],
    ['a test to be written', 'libs/mail/x.spec.ts', "it.todo('x');", 'skipped libs/mail/x.spec.ts:1'],
  ])('catches %s', (_name, path, text, expected) => {
    expect(found({ [path]: text })).toEqual([expected]);
  });
});
