import { isMessageKey, t } from '#i18n';
import type { MessageKey, MessageValues } from '#i18n';
import type { Refusal, RefusalData } from '#kernel';

/** A refusal's sentence in the reader's language; one whose words are missing still says that it was not done. */
export function sayRefusal(locale: string, refusal: Refusal): string {
  return say(locale, `refusal.${refusal.refused}`, refusal.data, 'refusal.unspoken');
}

/** What is wrong with one field, in the reader's language. */
export function sayProblem(locale: string, code: string, data: RefusalData): string {
  return say(locale, `problem.${code}`, data, 'problem.malformed');
}

/** What someone reads who met a fault: nothing but the id under which the log has it. */
export function sayFault(locale: string, faultId: string): string {
  return t(locale, 'fault.internal', { faultId });
}

function say(locale: string, key: string, data: RefusalData, otherwise: MessageKey): string {
  if (!isMessageKey(key)) return t(locale, otherwise);
  try {
    return t(locale, key, valuesOf(data));
  } catch {
    return t(locale, otherwise);
  }
}

function valuesOf(data: RefusalData): MessageValues {
  const values: Record<string, string | number | boolean | null> = {};
  for (const [name, value] of Object.entries(data)) {
    if (Array.isArray(value)) values['count'] ??= value.length;
    else if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') values[name] = value;
  }
  return values;
}
