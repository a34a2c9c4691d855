/** The cookies by which the api knows people: the delegates' and the staff's (libs/identity/sign-in/cookies.ts; a test holds them equal). */
export const SIGN_IN_COOKIES = { delegate: '__Host-huiguan', staff: '__Host-huiguan-staff' } as const;

export type SignInKind = 'DELEGATE' | 'STAFF' | 'PROGRAM';

/**
 * What a request brings along to be known by, or nothing. Pages ask it to spare the api a question about strangers; whether
 * it is worth anything only the api can tell.
 */
export function signInOf(request: Request): SignInKind | undefined {
  if (request.headers.has('authorization')) return 'PROGRAM';
  const names = new Set((request.headers.get('cookie') ?? '').split(';').map((pair) => pair.split('=')[0]?.trim()));
  if (names.has(SIGN_IN_COOKIES.staff)) return 'STAFF';
  return names.has(SIGN_IN_COOKIES.delegate) ? 'DELEGATE' : undefined;
}

export function isSignedIn(request: Request): boolean {
  return signInOf(request) !== undefined;
}
