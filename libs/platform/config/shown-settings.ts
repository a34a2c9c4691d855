import type { Settings } from './settings.js';

/** A setting as an owner may see it. */
export interface ShownSetting {
  readonly name: keyof Settings;
  /** Null where it is not set or a secret. */
  readonly value: string | null;
  readonly isSet: boolean;
  readonly isSecret: boolean;
}

// Every setting has to say what it is: one that is added without a line here does not compile.
const KINDS: Readonly<Record<keyof Settings, 'plain' | 'address' | 'addresses' | 'secret'>> = {
  NODE_ENV: 'plain', HOST: 'plain', PORT: 'plain', API_HOST: 'plain', API_PORT: 'plain', API_URL: 'address', PUBLIC_URL: 'address',
  DATABASE_URL: 'address', DATABASE_POOL: 'plain', REDIS_URL: 'address', SMTP_URL: 'address', SMTP_SENDERS: 'addresses',
  DKIM_SELECTOR: 'plain', DKIM_KEY_FILE: 'plain', BOUNCE_DOMAIN: 'plain', BOUNCE_HOST: 'plain', BOUNCE_PORT: 'plain', MAIL_HOOK_TOKEN: 'secret',
  MAILBOX_PORT: 'plain', MAILBOX_SMTP_PORT: 'plain', MAIL_FROM: 'plain', DATA_DIR: 'plain', SECRET_KEY: 'secret', ADMIN_EMAIL: 'plain', ADMIN_TOKEN: 'secret',
  TRUSTED_PROXIES: 'plain', RATE_LIMITS: 'plain', PSEUDO_LOCALE: 'plain', LOG_LEVEL: 'plain',
};

/** All settings of this process, by name. Secrets say only whether they are set; addresses keep no name, password or parameter. */
export function shownSettings(settings: Settings): readonly ShownSetting[] {
  return (Object.keys(KINDS) as (keyof Settings)[]).sort().map((name) => {
    const value = settings[name];
    const kind = KINDS[name];
    const isSet = value !== undefined;
    return { name, isSet, isSecret: kind === 'secret', value: !isSet || kind === 'secret' ? null : shown(String(value), kind) };
  });
}

function shown(value: string, kind: 'plain' | 'address' | 'addresses'): string {
  if (kind === 'plain') return value;
  if (kind === 'address') return withoutSecrets(value);
  return value.split(/\s+/).filter((one) => one !== '').map((one) => {
    const [, name = '', url = ''] = /^([^=]*)=(.*)$/.exec(one) ?? [];
    return `${name}=${withoutSecrets(url)}`;
  }).join(' ');
}

function withoutSecrets(address: string): string {
  if (!URL.canParse(address)) return '…';
  const { protocol, host, pathname } = new URL(address);
  return `${protocol}//${host}${pathname === '/' ? '' : pathname}`;
}
