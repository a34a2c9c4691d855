import { isLocale, isMessageKey, useMendedTexts } from '#i18n';
import type { MendedText } from '#i18n';
import type { Api } from '../api/client.js';

const LOOK_EVERY_MS = 2_000;
const TIMEOUT_MS = 5_000;
let known: string | undefined;

/**
 * Asks the api for the texts that this installation says otherwise, and speaks so from now on. An api that is away changes
 * nothing: the words that are known stay in use.
 */
export async function freshTexts(api: Pick<Api, 'url'>): Promise<void> {
  try {
    const answer = await fetch(`${api.url}/texts`, { headers: known === undefined ? {} : { 'if-none-match': known }, signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (answer.status !== 200) return;
    const { texts } = await answer.json() as { texts: readonly { locale: string; key: string; text: string }[] };
    useMendedTexts(texts.flatMap(({ locale, key, text }): MendedText[] => (isLocale(locale) && isMessageKey(key) ? [{ locale, key, text }] : [])));
    known = answer.headers.get('etag') ?? undefined;
  } catch {
    known = undefined;
  }
}

/** Keeps looking; the timer holds no process up. */
export function keepTextsFresh(apiUrl: string): void {
  const look = (): void => { void freshTexts({ url: apiUrl }); };
  look();
  setInterval(look, LOOK_EVERY_MS).unref();
}
