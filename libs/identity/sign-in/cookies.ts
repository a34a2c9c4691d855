/** The delegates' sign-in. `__Host-` makes browsers insist on Secure, Path=/ and no Domain (RFC 6265bis, 4.1.3.2). */
export const SIGN_IN_COOKIE = '__Host-huiguan';

/** The staff's sign-in, which better-auth sets. */
export const STAFF_COOKIE = '__Host-huiguan-staff';
