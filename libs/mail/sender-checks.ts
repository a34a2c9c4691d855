import { Resolver } from 'node:dns/promises';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS } from '#platform';
import type { Settings } from '#platform';
import { senderOf } from './sender.js';

export const SENDER_CHECK_KINDS = ['SPF', 'DKIM', 'DMARC', 'RETURN_PATH'] as const;
export type SenderCheckKind = (typeof SENDER_CHECK_KINDS)[number];
/** UNKNOWN: the DNS could not be asked from here, which says nothing about the record. UNSET: our own settings lack it. */
export const SENDER_CHECK_STATES = ['GOOD', 'MISSING', 'WRONG', 'UNKNOWN', 'UNSET'] as const;
export type SenderCheckState = (typeof SENDER_CHECK_STATES)[number];

/** What mailbox providers ask of a sender's domain, and what the DNS answers. */
export interface SenderCheck {
  readonly kind: SenderCheckKind;
  readonly state: SenderCheckState;
  /** The name in the DNS that was asked for. */
  readonly name: string;
  /** What stands there. */
  readonly found: string | null;
}

/** The part of the DNS that is asked. */
export interface Names {
  resolveTxt(name: string): Promise<string[][]>;
  resolveMx(name: string): Promise<{ exchange: string }[]>;
}

const ABSENT = new Set(['ENODATA', 'ENOTFOUND']);

/** Looks whether SPF (RFC 7208), DKIM (RFC 6376), DMARC (RFC 7489) and the way back of bounces are in order. */
@Injectable()
export class SenderChecks {
  names: Names = new Resolver({ timeout: 2_000, tries: 2 });

  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  async run(): Promise<readonly SenderCheck[]> {
    const { domain } = senderOf(this.settings.MAIL_FROM);
    const { DKIM_SELECTOR: selector, BOUNCE_DOMAIN: bounces } = this.settings;
    return Promise.all([
      this.text('SPF', bounces ?? domain, /^v=spf1(\s|$)/i, (record) => /[-~]all\s*$|redirect=/i.test(record)),
      selector === undefined ? unset('DKIM') : this.text('DKIM', `${selector}._domainkey.${domain}`, /(^|;)\s*p=/i, (record) => /(^|;)\s*p=[A-Za-z0-9+/=\s]{40,}/i.test(record)),
      this.text('DMARC', `_dmarc.${domain}`, /^v=DMARC1\s*;/i, (record) => /;\s*p=(none|quarantine|reject)/i.test(record)),
      bounces === undefined ? unset('RETURN_PATH') : this.exchange(bounces),
    ]);
  }

  /** One record of this form must stand there: none is missing, two are wrong (RFC 7208, 4.5). */
  private async text(kind: SenderCheckKind, name: string, form: RegExp, isGood: (record: string) => boolean): Promise<SenderCheck> {
    const answer = await asked(() => this.names.resolveTxt(name));
    if (answer === 'unknown') return { kind, state: 'UNKNOWN', name, found: null };
    const records = answer.map((parts) => parts.join('')).filter((record) => form.test(record));
    const [record] = records;
    if (record === undefined) return { kind, state: 'MISSING', name, found: null };
    return { kind, state: records.length === 1 && isGood(record) ? 'GOOD' : 'WRONG', name, found: records.join('\n').slice(0, 1_000) };
  }

  private async exchange(name: string): Promise<SenderCheck> {
    const answer = await asked(() => this.names.resolveMx(name));
    if (answer === 'unknown') return { kind: 'RETURN_PATH', state: 'UNKNOWN', name, found: null };
    const found = answer.map(({ exchange }) => exchange).join(', ');
    return { kind: 'RETURN_PATH', state: found === '' ? 'MISSING' : 'GOOD', name, found: found === '' ? null : found };
  }
}

function unset(kind: SenderCheckKind): SenderCheck {
  return { kind, state: 'UNSET', name: kind === 'DKIM' ? 'DKIM_SELECTOR' : 'BOUNCE_DOMAIN', found: null };
}

async function asked<Answer>(ask: () => Promise<Answer[]>): Promise<Answer[] | 'unknown'> {
  try {
    return await ask();
  } catch (fault) {
    const code: unknown = fault instanceof Error && 'code' in fault ? fault.code : undefined;
    return typeof code === 'string' && ABSENT.has(code) ? [] : 'unknown';
  }
}
