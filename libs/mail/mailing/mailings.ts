import { Inject, Injectable } from '@nestjs/common';
import { addressKey, domainOf, newId, refuse } from '#kernel';
import type { ConferenceId, MailingId, Refusal } from '#kernel';
import { SETTINGS } from '#platform';
import type { Settings, Tx } from '#platform';
import type { EntityManager } from 'typeorm';
import { ForbiddenHeaderText, headerText } from '../header-text.js';
import { sendMailing } from '../jobs.js';
import { senderOf } from '../sender.js';
import type { MailingState } from './mailing.entity.js';
import { progressOf } from './progress.js';
import type { MailingProgress } from './progress.js';

/** How a mailing is to be sent. */
export interface MailingPlan {
  /** The campaign's own id. */
  readonly id: MailingId;
  readonly conferenceId: ConferenceId;
  /** What the ledger calls its letters, such as `campaigns.invitation`. */
  readonly kind: string;
  /** The name before our address. */
  readonly fromName: string;
  /** Where a person reads the answers. */
  readonly replyTo?: string | undefined;
  /** The label before our domain in List-Id (RFC 2919), such as the conference's slug. */
  readonly listId: string;
  /** Mail servers by their names (SMTP_SENDERS), the next where one fails; all that are set where absent. */
  readonly senders?: readonly string[] | undefined;
  /** Most letters a minute. */
  readonly perMinute?: number | undefined;
  /** Most letters a minute to one recipient domain. */
  readonly domainPerMinute?: number | undefined;
  /** Most letters of the first day, the second, and so on; after the last day nothing limits. */
  readonly warmUp?: readonly number[] | undefined;
  /** Hours of the zone's wall clock (`21:00`, `08:00`) in which nothing is sent; they may span midnight. */
  readonly quiet?: { readonly from: string; readonly until: string } | undefined;
  /** IANA zone of the quiet hours and of the days of the warm-up. */
  readonly zone: string;
}

export interface Recipient {
  /** Unique in the mailing: adding it again adds nothing. */
  readonly key: string;
  readonly to: { readonly email: string; readonly name: string };
  /** BCP 47. */
  readonly locale: string;
  /** JSON without secrets; what the press prints the letter from. */
  readonly props: object;
  /** Not sent before; `09:00` of the recipient's own zone, as an instant. */
  readonly notBefore?: Date | undefined;
}

/** What became of the recipients that were added; those that were there before are in neither. */
export interface Added {
  readonly added: number;
  readonly suppressed: number;
}

const OPEN = `
  INSERT INTO mailing (id, conference_id, adding, kind, from_name, reply_to, list_id, senders, per_minute, domain_per_minute, warm_up, quiet_from, quiet_until, zone)
  VALUES ($1, $2, true, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) ON CONFLICT (id) DO NOTHING`;
const ADD = `
  WITH new AS (
    SELECT r.*, m.conference_id, m.kind, m.from_name, m.state AS mailing_state FROM mailing m,
      jsonb_to_recordset($2::jsonb) AS r(id uuid, key text, address_key text, domain text, to_address text, to_name text, locale text, props jsonb, not_before timestamptz, message_id text, fault text)
    WHERE m.id = $1),
  written AS (
    INSERT INTO message (id, kind, unique_key, conference_id, mailing_id, domain, to_address, to_name, from_name, locale, props, message_id, state, smtp_answer, next_attempt_at)
    SELECT new.id, new.kind, 'mailing:' || $1 || ':' || new.key, new.conference_id, $1, new.domain, new.to_address, new.to_name, new.from_name, new.locale, new.props, new.message_id,
      CASE WHEN new.fault IS NOT NULL THEN 'FAILED' WHEN s.reason IS NOT NULL THEN 'SUPPRESSED' WHEN new.mailing_state = 'CANCELLED' THEN 'CANCELLED' ELSE 'PENDING' END,
      coalesce(new.fault, s.reason), coalesce(new.not_before, now())
    FROM new LEFT JOIN LATERAL (
      SELECT reason FROM suppression WHERE address_key = new.address_key AND (conference_id IS NULL OR conference_id = new.conference_id) AND lifted_at IS NULL LIMIT 1) s ON true
    ORDER BY new.id ON CONFLICT DO NOTHING RETURNING state)
  SELECT count(*)::integer AS added, count(*) FILTER (WHERE state = 'SUPPRESSED')::integer AS suppressed FROM written`;
// A run that is at work finds new letters by itself; one that rests, or died, is begun anew.
const WAKE = `
  UPDATE mailing SET adding = $2, state = 'RUNNING', finished_at = NULL,
    shift = shift + CASE WHEN seen_at > now() - interval '5 seconds' THEN 0 ELSE 1 END
  WHERE id = $1 AND state IN ('RUNNING', 'FINISHED') RETURNING shift, (seen_at > now() - interval '5 seconds') IS TRUE AS is_seen`;
const ADDING = 'UPDATE mailing SET adding = $2 WHERE id = $1';
const MOVE = `UPDATE mailing SET state = $2, shift = shift + 1, seen_at = NULL WHERE id = $1 AND state = ANY($3) RETURNING shift`;
const STATE = 'SELECT state FROM mailing WHERE id = $1';

/** The sending side of campaigns: letters by the ten thousand, in a lane beside that of single letters. */
@Injectable()
export class Mailings {
  private readonly domain: string;

  constructor(@Inject(SETTINGS) settings: Settings) {
    this.domain = senderOf(settings.MAIL_FROM).domain;
  }

  /**
   * Opens a mailing, to which recipients are then added; opened twice it is opened once.
   * @throws ForbiddenHeaderText where a name or address of the plan holds a line break
   */
  async open(tx: Tx, plan: MailingPlan): Promise<void> {
    await tx.query(OPEN, [
      plan.id, plan.conferenceId, plan.kind, headerText('From', plan.fromName), plan.replyTo === undefined ? null : headerText('Reply-To', plan.replyTo),
      headerText('List-Id', plan.listId), plan.senders ?? [], plan.perMinute ?? null, plan.domainPerMinute ?? null, plan.warmUp ?? [],
      plan.quiet?.from ?? null, plan.quiet?.until ?? null, plan.zone,
    ]);
  }

  /**
   * Writes recipients into the ledger by one statement, a few thousand at a time, and has them sent after the commit.
   * Suppressed addresses are SUPPRESSED at once; a recipient whose name holds a line break is FAILED.
   * @param options `more` says that further recipients follow, so that the mailing does not finish in between
   */
  async add(tx: Tx, id: MailingId, recipients: readonly Recipient[], options: { more?: boolean } = {}): Promise<Added> {
    const more = options.more ?? false;
    const rows = recipients.map((recipient) => this.rowOf(recipient));
    const [counted] = rows.length === 0 ? [] : await tx.query<Added>(ADD, [id, JSON.stringify(rows)]);
    const [woken] = await tx.query<{ shift: number; is_seen: boolean }>(WAKE, [id, more]);
    if (woken === undefined) await tx.query(ADDING, [id, more]);
    else if (!woken.is_seen) tx.enqueue(sendMailing, { mailingId: id, shift: woken.shift });
    return counted ?? { added: 0, suppressed: 0 };
  }

  /** Nothing more is begun within a second; letters that the mail server is reading are finished. */
  async pause(tx: Tx, id: MailingId): Promise<MailingState | Refusal<'mailing.unknown' | 'mailing.wrong-state'>> {
    return this.move(tx, id, ['RUNNING'], 'PAUSED');
  }

  async resume(tx: Tx, id: MailingId): Promise<MailingState | Refusal<'mailing.unknown' | 'mailing.wrong-state'>> {
    return this.move(tx, id, ['PAUSED'], 'RUNNING');
  }

  /** As `pause`, for good: all that wait become CANCELLED shortly after. */
  async cancel(tx: Tx, id: MailingId): Promise<MailingState | Refusal<'mailing.unknown' | 'mailing.wrong-state'>> {
    return this.move(tx, id, ['RUNNING', 'PAUSED'], 'CANCELLED');
  }

  /** Where it stands; nothing where there is no such mailing. */
  async progress(em: EntityManager, id: MailingId): Promise<MailingProgress | undefined> {
    return progressOf(em, id);
  }

  private async move(tx: Tx, id: MailingId, from: readonly MailingState[], to: MailingState): Promise<MailingState | Refusal<'mailing.unknown' | 'mailing.wrong-state'>> {
    const [moved] = await tx.query<{ shift: number }>(MOVE, [id, to, from]);
    if (moved === undefined) {
      const [standing] = await tx.query<{ state: MailingState }>(STATE, [id]);
      return standing === undefined ? refuse('mailing.unknown') : refuse('mailing.wrong-state', { state: standing.state });
    }
    if (to !== 'PAUSED') tx.enqueue(sendMailing, { mailingId: id, shift: moved.shift });
    return to;
  }

  private rowOf({ key, to, locale, props, notBefore }: Recipient): object {
    const id = newId<'Message'>();
    const row = {
      id, key, address_key: addressKey(to.email), domain: domainOf(to.email), to_address: to.email, to_name: to.name, locale, props,
      not_before: notBefore?.toISOString() ?? null, message_id: `<${id}@${this.domain}>`,
    };
    const fault = faultOf(to);
    return fault === undefined ? row : { ...row, fault };
  }
}

function faultOf(to: Recipient['to']): string | undefined {
  try {
    headerText('To', to.email);
    headerText('To', to.name);
    return to.email.includes('@') ? undefined : 'no mail address';
  } catch (fault) {
    if (fault instanceof ForbiddenHeaderText) return fault.message;
    throw fault;
  }
}
