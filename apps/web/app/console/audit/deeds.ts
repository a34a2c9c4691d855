import { isMessageKey } from '#i18n';
import type { MessageKey } from '#i18n';
import type { Texts } from '../../i18n/texts.js';

/** What a line of the audit log says, as the api has it. */
export interface Deed {
  readonly action: string;
  readonly subjectName: string | null;
  readonly subjectTitle: Record<string, string> | null;
  readonly data: unknown;
}

/** Deeds by what they are about, for choosing; each has its sentence `console.deed.<action>`. */
export const DEED_GROUPS = {
  access: ['role.granted', 'role.changed', 'role.revoked', 'token.created', 'token.revoked', 'staff.password-set-by-invitation', 'account.address-changed', 'account.address-replaced'],
  conference: ['series.created', 'conference.created', 'conference.cloned', 'conference.changed', 'conference.category-defined', 'conference.published', 'conference.opened', 'conference.closed', 'conference.archived'],
  registration: ['registration.document-revealed', 'registration.documents-erased', 'registration.exported', 'registration.run-started', 'registration.tagged', 'places.capacity-set', 'places.moved-in-line', 'agenda.clash-overridden'],
  programme: ['programme.released', 'programme.rolled-back', 'places.travel-times-set', 'visits.visit-changed', 'visits.departure-added', 'visits.departure-changed', 'visits.departure-certain', 'visits.departure-cancelled', 'visits.manifest-read'],
  mail: [
    'campaign.started', 'campaign.paused', 'campaign.running', 'campaign.cancelled', 'campaign.test-sent', 'campaign.put-away', 'template.put-away', 'audience.put-away', 'message.settled-as-arrived', 'message.sent-once-more',
    'contacts.import-begun', 'contacts.import-checked', 'contacts.import-applied', 'contacts.import-undone', 'contacts.rejects-fetched', 'contacts.merged', 'contacts.merge-undone', 'suppression.added', 'suppression.list-imported', 'suppression.lifted',
  ],
  house: ['text.mended', 'text.reset', 'country.overridden', 'work.retried', 'work.put-aside'],
} as const;
export type DeedGroup = keyof typeof DEED_GROUPS;

/** The sentence of a deed, to be read after the name of who did it; what has none yet is named by its code. */
export function sentenceOf(texts: Texts, deed: Deed): string {
  const { t } = texts;
  const key = `console.deed.${deed.action}`;
  if (!isMessageKey(key) || deed.action === 'other') return t('console.deed.other', { action: deed.action });
  return t(key, { ...plain(texts, deed.data), subject: subjectOf(texts, deed) });
}

/** The deed as a choice in a list: its sentence with a gap for whom it was done to. */
export function deedName(texts: Texts, action: string): string {
  const key = `console.deed.${action}`;
  const gaps = { subject: '…', role: '…', before: '…', after: '…', format: '…', code: '…', language: '…', recipients: 2, letters: 2, notified: 2, concerned: 2, count: 2, documents: 2, files: 2 };
  return isMessageKey(key) ? texts.t(key, gaps) : action;
}

function subjectOf({ own, t }: Texts, { subjectName, subjectTitle }: Deed): string {
  if (subjectTitle !== null) return `“${own(subjectTitle)}”`;
  return subjectName ?? t('console.audit.something');
}

// What the log keeps as codes and nothing, said as people say it.
function plain({ t, language }: Texts, data: unknown): Record<string, string | number> {
  const all = typeof data === 'object' && data !== null ? Object.entries(data as Record<string, unknown>) : [];
  const values = Object.fromEntries(all.map(([name, value]): [string, string | number] => [name, typeof value === 'number' ? value : typeof value === 'string' ? value : '']));
  const role = (name: string): Record<string, string> => {
    const key = `role.${String(values[name])}`;
    return name in values && isMessageKey(key) ? { [name]: t(key satisfies MessageKey) } : {};
  };
  const nothing = (name: string): Record<string, string> => (values[name] === '' || !(name in values) ? { [name]: t('console.audit.unlimited') } : {});
  return {
    count: 0, recipients: 0, letters: 0, notified: 0, concerned: 0, documents: 0, files: 0, role: '', code: '', ...values, ...nothing('before'), ...nothing('after'), ...role('role'), ...role('before'),
    language: language(String(values['locale'] ?? 'en')), format: String(values['format'] ?? '').toUpperCase(),
  };
}
