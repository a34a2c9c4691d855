import { newId } from '#kernel';
import pg from 'pg';
import { STAFF_COOKIE } from '../sign-in/cookies.js';
import { hashPassword, LONGEST_PASSWORD, SHORTEST_PASSWORD, verifyPassword } from './passwords.js';

/** Half a day: a shift, and no forgotten desk overnight. */
export const STAFF_SIGN_IN_HOURS = 12;

export interface StaffEngineOptions {
  readonly databaseUrl: string;
  readonly publicUrl: string;
  readonly secret: string;
  readonly onFault: (fault: unknown) => void;
}

export type StaffEngine = Awaited<ReturnType<typeof openStaffEngine>>;

/** What a sign-in must have come through for its session to count as proven by a second factor. */
const SECOND_FACTOR_PATHS = new Set(['/two-factor/verify-totp', '/two-factor/verify-backup-code']);

const DATES = { createdAt: 'created_at', updatedAt: 'updated_at' };

/** better-auth over our tables and words. Loaded only by who needs it: it is large, and the worker does not. */
export async function openStaffEngine(options: StaffEngineOptions) {
  const [{ betterAuth }, { twoFactor }] = await Promise.all([import('better-auth'), import('better-auth/plugins/two-factor')]);
  const pool = new pg.Pool({ connectionString: options.databaseUrl, max: 3, application_name: 'huiguan-staff', connectionTimeoutMillis: 10_000 });
  pool.on('error', options.onFault);
  const auth = betterAuth({
    appName: 'Huiguan',
    baseURL: options.publicUrl,
    basePath: '/auth',
    secret: options.secret,
    database: pool,
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true, disableSignUp: true, minPasswordLength: SHORTEST_PASSWORD, maxPasswordLength: LONGEST_PASSWORD,
      password: { hash: hashPassword, verify: ({ hash, password }) => verifyPassword(hash, password) },
    },
    user: { modelName: 'staff', fields: { emailVerified: 'email_verified', ...DATES } },
    session: {
      modelName: 'staff_sign_in',
      fields: { userId: 'staff_id', expiresAt: 'expires_at', ipAddress: 'ip_address', userAgent: 'user_agent', ...DATES },
      additionalFields: { isProven: { type: 'boolean', fieldName: 'is_proven', required: false, defaultValue: false, input: false } },
      expiresIn: STAFF_SIGN_IN_HOURS * 3_600,
      disableSessionRefresh: true,
    },
    account: {
      modelName: 'credential',
      fields: {
        userId: 'staff_id', providerId: 'provider', accountId: 'provider_account', accessToken: 'access_token', refreshToken: 'refresh_token', idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at', refreshTokenExpiresAt: 'refresh_token_expires_at', ...DATES,
      },
    },
    verification: { modelName: 'sign_in_check', fields: { expiresAt: 'expires_at', ...DATES }, storeIdentifier: 'hashed' },
    databaseHooks: {
      session: {
        create: {
          before: (session, context) => Promise.resolve({ data: { ...session, isProven: SECOND_FACTOR_PATHS.has(context?.path ?? '') } }),
          // Enrolment ends what was signed in without the second factor.
          after: async (session) => {
            if (session['isProven'] === true) await pool.query('DELETE FROM staff_sign_in WHERE staff_id = $1 AND NOT is_proven', [session.userId]);
          },
        },
      },
    },
    advanced: {
      cookiePrefix: '__Host-huiguan',
      cookies: { session_token: { name: STAFF_COOKIE } },
      useSecureCookies: false,
      defaultCookieAttributes: { secure: true, httpOnly: true, sameSite: 'lax', path: '/' },
      disableCSRFCheck: true,
      ipAddress: { disableIpTracking: true },
      database: { generateId: () => newId() },
    },
    plugins: [
      twoFactor({
        issuer: 'Huiguan',
        schema: {
          user: { fields: { twoFactorEnabled: 'second_factor' } },
          twoFactor: { modelName: 'second_factor', fields: { backupCodes: 'backup_codes', userId: 'staff_id', failedVerificationCount: 'failed_verification_count', lockedUntil: 'locked_until' } },
        },
      }),
    ],
    onAPIError: { throw: false, onError: options.onFault },
  });
  return { auth, close: () => pool.end() };
}
