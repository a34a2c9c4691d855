import type { AccountId } from '#kernel';
import { KeyRing, LOG, SETTINGS } from '#platform';
import type { Log, Settings } from '#platform';
import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationShutdown } from '@nestjs/common';
import { openStaffEngine } from './staff-engine.js';
import type { StaffEngine } from './staff-engine.js';
import type { StaffSignIn } from './staff-sign-ins.js';

/** What of better-auth is open, by method and path below /auth: sign-up, e-mail change, account removal and the rest stay closed. */
export const OPEN_PATHS: ReadonlySet<string> = new Set([
  'POST /sign-in/email', 'POST /sign-out', 'GET /get-session', 'POST /change-password',
  'POST /two-factor/enable', 'POST /two-factor/verify-totp', 'POST /two-factor/verify-backup-code', 'POST /two-factor/generate-backup-codes',
]);

/** The door to better-auth, opened at its first use. */
@Injectable()
export class StaffAuth implements OnApplicationShutdown {
  private opened: Promise<StaffEngine> | undefined;

  constructor(@Inject(SETTINGS) private readonly settings: Settings, private readonly keys: KeyRing, @Inject(LOG) private readonly log: Log) {}

  /** Answers a request below /auth. */
  async answer(request: Request): Promise<Response> {
    const { auth } = await this.engine();
    return auth.handler(request);
  }

  /** The sign-in that the request's cookie belongs to, if it is still good. */
  async signInOf(headers: Headers): Promise<StaffSignIn | undefined> {
    const { auth } = await this.engine();
    const found = await auth.api.getSession({ headers, query: { disableRefresh: true } });
    if (found === null) return undefined;
    return { id: found.session.id, accountId: found.user.id as AccountId, isProven: found.session.isProven === true && found.user.twoFactorEnabled === true };
  }

  async onApplicationShutdown(): Promise<void> {
    await (await this.opened)?.close();
  }

  private engine(): Promise<StaffEngine> {
    this.opened ??= openStaffEngine({
      databaseUrl: this.settings.DATABASE_URL,
      publicUrl: this.settings.PUBLIC_URL,
      secret: this.keys.keyFor('staff sign-in').toString('base64url'),
      onFault: (fault) => { this.log.fault('staff sign-in', fault); },
    });
    return this.opened;
  }
}
