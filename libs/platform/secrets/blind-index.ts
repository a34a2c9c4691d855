import { createHmac } from 'node:crypto';
import type { KeyRing } from './key-ring.js';

/** Turns a value that is kept encrypted into a key for looking it up by equality, which tells nothing without the secret. */
export class BlindIndex {
  constructor(private readonly keys: KeyRing) {}

  /** Written with or without spaces, in small or capital letters, a value gives the same index: 43 characters. */
  blindIndex(purpose: string, value: string): string {
    const plain = value.normalize('NFKC').toUpperCase().replace(/\s+/gu, '');
    return createHmac('sha256', this.keys.keyFor(`blind ${purpose}`)).update(plain).digest('base64url');
  }
}
