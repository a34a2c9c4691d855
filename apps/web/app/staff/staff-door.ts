import type { Api } from '../api/client.js';

/** What the staff's sign-in under /auth answered: its status, the cookies it sets, and what matters of its body. */
export interface StaffAnswer {
  readonly status: number;
  readonly ok: boolean;
  readonly headers: Headers;
  readonly message: string | undefined;
  readonly needsCode: boolean;
  readonly enrolment: Enrolment | undefined;
}

/** What a person needs to add the second factor to an authenticator app (the key URI format of such apps: otpauth://totp/...). */
export interface Enrolment {
  readonly uri: string;
  readonly backupCodes: readonly string[];
}

/** Posts to the staff's sign-in in the browser's name. Wrong input comes back as a status; that the api is away is an error page. */
export async function askStaffDoor(api: Api, request: Request, locale: string, path: string, body: Readonly<Record<string, string | boolean>>): Promise<StaffAnswer> {
  const response = await api.post(`/auth${path}`, request, locale, JSON.stringify(body), undefined, 'application/json');
  const answer = await response.json().catch(() => ({})) as { code?: string; message?: string; twoFactorRedirect?: boolean; totpURI?: string; backupCodes?: readonly string[] } | null;
  return {
    status: response.status,
    ok: response.ok,
    headers: response.headers,
    // better-auth speaks English; only our own refusals (too many tries) are in the reader's language.
    message: answer?.code === 'limit.reached' ? answer.message : undefined,
    needsCode: answer?.twoFactorRedirect === true,
    enrolment: answer?.totpURI === undefined ? undefined : { uri: answer.totpURI, backupCodes: answer.backupCodes ?? [] },
  };
}

/** The same request with the cookies that an answer has just set, for the next step of one action. */
export function withCookies(request: Request, headers: Headers): Request {
  const set = headers.getSetCookie().map((cookie) => cookie.split(';')[0] ?? '').filter((pair) => !pair.endsWith('='));
  const next = new Headers(request.headers);
  const names = new Set(set.map((pair) => pair.split('=')[0]));
  const kept = (request.headers.get('cookie') ?? '').split(/;\s*/).filter((pair) => pair !== '' && !names.has(pair.split('=')[0]));
  next.set('cookie', [...kept, ...set].join('; '));
  return new Request(request.url, { headers: next });
}

/** Where a sign-in leads: only to a page of this site, the console otherwise. */
export function nextOf(value: string | null, locale: string): string {
  return value !== null && /^\/(?![/\\])[^\s\\]*$/.test(value) ? value : `/${locale}/console`;
}
