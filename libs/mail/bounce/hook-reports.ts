import { z } from 'zod';
import type { BounceReport } from './bounce-report.js';

/** Who may report by a webhook. */
export const HOOK_PROVIDERS = ['ses', 'postmark', 'generic'] as const;
export type HookProvider = (typeof HOOK_PROVIDERS)[number];

/** A report with what names its letter: its return path or Message-ID, or else the address alone. */
export interface HookReport extends Omit<BounceReport, 'letterId'> {
  readonly returnPath: string | undefined;
  readonly messageId: string | undefined;
}

const recipients = z.array(z.object({ emailAddress: z.string(), status: z.string().optional(), diagnosticCode: z.string().optional() }));
const ses = z.object({
  notificationType: z.string().optional(),
  eventType: z.string().optional(),
  mail: z.object({ source: z.string().optional(), headers: z.array(z.object({ name: z.string(), value: z.string() })).optional(), commonHeaders: z.object({ messageId: z.string().optional() }).optional() }),
  bounce: z.object({ bounceType: z.string(), bouncedRecipients: recipients }).optional(),
  complaint: z.object({ complainedRecipients: recipients, complaintFeedbackType: z.string().nullish() }).optional(),
  delivery: z.object({ recipients: z.array(z.string()), smtpResponse: z.string().optional() }).optional(),
});
const sns = z.object({ Type: z.string(), Message: z.string() });
const postmark = z.object({
  RecordType: z.enum(['Bounce', 'SpamComplaint', 'Delivery']), Type: z.string().optional(), Email: z.string().optional(), Recipient: z.string().optional(),
  Description: z.string().optional(), Details: z.string().optional(), Metadata: z.record(z.string(), z.string()).optional(),
});
const generic = z.array(z.object({
  kind: z.enum(['hard', 'soft', 'complaint', 'delivered']), address: z.string().optional(), messageId: z.string().optional(), status: z.string().optional(), detail: z.string().optional(),
})).max(1_000);

const HARD_AT_POSTMARK = new Set(['HardBounce', 'BadEmailAddress', 'ManuallyDeactivated', 'Unsubscribe']);

/** Reads what a provider posts; nothing where it is not of the form that the provider documents. */
export function hookReports(provider: HookProvider, body: unknown): readonly HookReport[] | undefined {
  if (provider === 'ses') return sesReports(body);
  return provider === 'postmark' ? postmarkReports(body) : genericReports(body);
}

function sesReports(body: unknown): readonly HookReport[] | undefined {
  const wrapped = sns.safeParse(body);
  // A subscription is confirmed by a person: no address that comes by the network is fetched.
  if (wrapped.success && wrapped.data.Type !== 'Notification') return [];
  const parsed = ses.safeParse(wrapped.success ? jsonOf(wrapped.data.Message) : body);
  if (!parsed.success) return undefined;
  const { mail, bounce, complaint, delivery } = parsed.data;
  const named = { returnPath: mail.source, messageId: mail.commonHeaders?.messageId ?? mail.headers?.find(({ name }) => name.toLowerCase() === 'message-id')?.value };
  const isHard = bounce?.bounceType === 'Permanent';
  return [
    ...(bounce?.bouncedRecipients ?? []).map(({ emailAddress, status, diagnosticCode }): HookReport => ({
      ...named, action: 'FAILED', recipient: emailAddress, status: isHard ? status ?? '5.1.1' : softer(status), diagnostic: diagnosticCode ?? bounce?.bounceType ?? '',
    })),
    ...(complaint?.complainedRecipients ?? []).map(({ emailAddress }): HookReport => ({
      ...named, action: 'COMPLAINT', recipient: emailAddress, status: undefined, diagnostic: `complaint (${complaint?.complaintFeedbackType ?? 'abuse'})`,
    })),
    ...(delivery?.recipients ?? []).map((recipient): HookReport => ({ ...named, action: 'DELIVERED', recipient, status: undefined, diagnostic: delivery?.smtpResponse ?? 'delivered' })),
  ];
}

function postmarkReports(body: unknown): readonly HookReport[] | undefined {
  const parsed = postmark.safeParse(body);
  if (!parsed.success) return undefined;
  const { RecordType, Type, Email, Recipient, Description, Details, Metadata } = parsed.data;
  const action = RecordType === 'SpamComplaint' ? 'COMPLAINT' : RecordType === 'Delivery' ? 'DELIVERED' : 'FAILED';
  return [{
    action, recipient: Email ?? Recipient, status: action === 'FAILED' ? (HARD_AT_POSTMARK.has(Type ?? '') ? '5.1.1' : '5.2.0') : undefined,
    diagnostic: (Details ?? Description ?? Type ?? '').slice(0, 500), returnPath: undefined, messageId: Metadata?.['message-id'],
  }];
}

function genericReports(body: unknown): readonly HookReport[] | undefined {
  const parsed = generic.safeParse(Array.isArray(body) ? body : [body]);
  if (!parsed.success) return undefined;
  return parsed.data.map(({ kind, address, messageId, status, detail }) => ({
    action: kind === 'complaint' ? 'COMPLAINT' : kind === 'delivered' ? 'DELIVERED' : 'FAILED',
    recipient: address, messageId, returnPath: undefined, diagnostic: (detail ?? kind).slice(0, 500),
    status: kind === 'hard' ? status ?? '5.1.1' : kind === 'soft' ? softer(status) : undefined,
  }));
}

/** A provider that calls a bounce transient knows more than the code that it hands on. */
function softer(status: string | undefined): string {
  return status === undefined || /^5\.1\./.test(status) ? '5.2.0' : status;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
