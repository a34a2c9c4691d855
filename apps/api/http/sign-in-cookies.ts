import { SIGN_IN_COOKIE, STAFF_COOKIE } from '#identity';
import type { FastifyReply } from 'fastify';

// Browsers take Secure cookies from http://localhost too, so there is no weaker form for trying the house out.
const ATTRIBUTES = { path: '/', secure: true, httpOnly: true, sameSite: 'lax' } as const;

/** One person is signed in on a browser at a time: a delegate's sign-in takes the place of a staff member's. */
export function setSignInCookie(reply: FastifyReply, secret: string, expires: Date): void {
  reply.setCookie(SIGN_IN_COOKIE, secret, { ...ATTRIBUTES, expires });
  reply.clearCookie(STAFF_COOKIE, ATTRIBUTES);
}

export function clearSignInCookies(reply: FastifyReply): void {
  reply.clearCookie(SIGN_IN_COOKIE, ATTRIBUTES);
  reply.clearCookie(STAFF_COOKIE, ATTRIBUTES);
}

/** A staff member's sign-in takes the place of a delegate's. */
export function clearDelegateCookie(reply: FastifyReply): void {
  reply.clearCookie(SIGN_IN_COOKIE, ATTRIBUTES);
}
