import type { AccountId } from '#kernel';
import { Injectable } from '@nestjs/common';
import { STAFF_COOKIE } from '../sign-in/cookies.js';
import { StaffAuth } from './staff-auth.js';

export interface StaffSignIn {
  readonly id: string;
  readonly accountId: AccountId;
  /** Whether it went through a second factor. */
  readonly isProven: boolean;
}

/** Reads the staff's sign-in from a request's cookies; better-auth is asked only where its cookie is there. */
@Injectable()
export class StaffSignIns {
  constructor(private readonly auth: StaffAuth) {}

  async find(cookieHeader: string | undefined): Promise<StaffSignIn | undefined> {
    if (cookieHeader === undefined || !cookieHeader.includes(`${STAFF_COOKIE}=`)) return undefined;
    return this.auth.signInOf(new Headers({ cookie: cookieHeader }));
  }
}
