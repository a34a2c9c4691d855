import { z } from 'zod';

const whole = (least: number, most: number) => {
  const rule = `must be a whole number from ${least} to ${most}`;
  return z.coerce.number(rule).int(rule).min(least, rule).max(most, rule);
};
const port = whole(1, 65_535);
const url = (...protocols: string[]) =>
  z.string().refine((text) => URL.canParse(text) && protocols.includes(new URL(text).protocol), {
    message: `must be a URL that begins with ${protocols.map((p) => `${p}//`).join(' or ')}`,
  });

/** Every setting the house knows, with its check; the table in docs/settings.md says the same in words. */
export const settingsSchema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  HOST: z.string().min(1).default('127.0.0.1'),
  PORT: port.default(3000),
  API_HOST: z.string().min(1).default('127.0.0.1'),
  API_PORT: port.default(3001),
  API_URL: url('http:', 'https:').optional(),
  PUBLIC_URL: url('http:', 'https:').optional(),
  DATABASE_URL: url('postgres:', 'postgresql:'),
  DATABASE_POOL: whole(2, 200).default(12),
  REDIS_URL: url('redis:', 'rediss:').optional(),
  SMTP_URL: url('smtp:', 'smtps:'),
  SMTP_SENDERS: z.string().optional(),
  DKIM_SELECTOR: z.string().regex(/^[a-z0-9]([a-z0-9._-]*[a-z0-9])?$/i, 'must be a DNS label such as mail2026').optional(),
  DKIM_KEY_FILE: z.string().optional(),
  BOUNCE_DOMAIN: z.string().regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/i, 'must be a domain such as bounces.example.org').optional(),
  BOUNCE_HOST: z.string().min(1).default('127.0.0.1'),
  BOUNCE_PORT: whole(0, 65_535).optional(),
  MAIL_HOOK_TOKEN: z.string().min(24, { message: 'must have at least 24 characters' }).optional(),
  MAILBOX_PORT: port.default(3002),
  MAILBOX_SMTP_PORT: port.default(3025),
  MAIL_FROM: z.string().min(3).default('Huiguan <no-reply@huiguan.example>'),
  DATA_DIR: z.string().min(1).default('var'),
  SECRET_KEY: z.string().min(32, { message: 'must have at least 32 characters' }),
  ADMIN_EMAIL: z.string().includes('@').optional(),
  ADMIN_TOKEN: z.string().min(24, { message: 'must have at least 24 characters' }).optional(),
  TRUSTED_PROXIES: z.string().default('127.0.0.1,::1'),
  RATE_LIMITS: z.enum(['on', 'off']).default('on'),
  PSEUDO_LOCALE: z.enum(['on', 'off']).default('off'),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
});

type Parsed = z.infer<typeof settingsSchema>;

/** The settings of one process, checked. */
export type Settings = Readonly<Omit<Parsed, 'PUBLIC_URL' | 'API_URL'> & { PUBLIC_URL: string; API_URL: string }>;

/** A setting is wrong: the message is one line a setting and names each variable. */
export class WrongSettings extends Error {}

/** Checks an environment once. Empty values count as absent, as shells and compose files write them. */
export function settingsFrom(environment: Readonly<Record<string, string | undefined>>): Settings {
  const present = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = settingsSchema.safeParse(present);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => {
      const name = issue.path.join('.');
      return present[name] === undefined ? `${name} is not set` : `${name}: ${issue.message}`;
    });
    throw new WrongSettings(lines.join('\n'));
  }
  const values = parsed.data;
  return {
    ...values,
    PUBLIC_URL: (values.PUBLIC_URL ?? `http://localhost:${values.PORT}`).replace(/\/+$/, ''),
    API_URL: (values.API_URL ?? `http://${values.API_HOST}:${values.API_PORT}`).replace(/\/+$/, ''),
  };
}

/** The one place that reads the process's environment. */
export function readSettings(): Settings {
  return settingsFrom(process.env);
}

/** The folder in which a start on this machine keeps what it needs, and where scripts find what runs. */
export function readDataFolder(): string {
  const folder = process.env['DATA_DIR'];
  return folder === undefined || folder === '' ? 'var' : folder;
}
