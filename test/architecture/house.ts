/**
 * The order of docs/architecture.md: a lib may look at libs with a smaller number, never at its neighbours.
 * Mail lies below identity, since signing in writes a letter.
 */
export const LAYERS: Readonly<Record<string, number>> = {
  kernel: 0,
  platform: 1, i18n: 1,
  media: 2, places: 2, mail: 2, documents: 2,
  identity: 3,
  people: 4, conferences: 4, languages: 4,
  contacts: 5,
  invitations: 6,
  registration: 7,
  programme: 8, visits: 8, signing: 8,
  agenda: 9, checkin: 9,
  campaigns: 10,
};

/** Everyone's tool in tests; no code that runs for people may look at it. */
export const TEST_LIB = 'testkit';

export interface PackageDoor {
  readonly packages: RegExp;
  readonly allowed: RegExp;
  readonly reason: string;
}

/** Packages that only some places may touch. */
export const PACKAGE_DOORS: readonly PackageDoor[] = [
  { packages: /^@nestjs\/graphql$/, allowed: /^apps\/api\//, reason: 'GraphQL lives in apps/api' },
  { packages: /^(bullmq|ioredis)$/, allowed: /^(libs\/platform|apps\/worker)\//, reason: 'libs/platform/jobs is the door to the queue' },
  { packages: /^@bull-board\//, allowed: /^apps\/api\/house\//, reason: 'the queues are looked into by one door that asks who looks' },
  { packages: /^nodemailer$/, allowed: /^libs\/mail\//, reason: 'letters leave through libs/mail' },
  { packages: /^(typescript|typescript7)$/, allowed: /^test\//, reason: 'the compiler is a tool' },
];

export const ENVIRONMENT_READERS = /^(libs\/platform\/config|libs\/testkit|apps\/launcher|test)\//;

/** Who may listen for the signals that end a process: the one door of all processes, and the launcher, which ends its children. */
export const SIGNAL_LISTENERS = /^(libs\/platform\/process|apps\/launcher|test)\//;

export const FORBIDDEN_WORDS: ReadonlySet<string> = new Set(
  ['event', 'user', 'slot', 'manager', 'helper', 'util', 'common', 'misc'].flatMap((word) => [word, `${word}s`]),
);

export const LONGEST_FILE = 300;

/** Made by a program from something that is checked itself. */
export const GENERATED = /(\.gen\.ts|^apps\/web\/app\/api\/graphql-env\.d\.ts|^apps\/api\/schema\.graphql)$/;

/** Tests and what only they use: `*.spec.ts`, `*.fixture.ts`, `*-under-test.ts`, folders named testing. */
export function isTest(path: string): boolean {
  return path.startsWith('test/') || path.startsWith(`libs/${TEST_LIB}/`) || /(\.(spec|fixture)\.tsx?$|\/testing\/)/.test(path);
}
