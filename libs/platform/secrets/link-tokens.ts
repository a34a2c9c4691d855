import { createHmac, timingSafeEqual } from 'node:crypto';
import { parse, stringify } from 'uuid';
import type { KeyRing } from './key-ring.js';

const VERSION = '1';
const ID_BYTES = 16;
const MAC_BYTES = 20;
const LENGTH = 1 + Math.ceil(((ID_BYTES + MAC_BYTES) * 4) / 3);

/**
 * Tokens for links in letters: the id of a row and a keyed hash over it (HMAC-SHA-256, cut to 160 bits). They are made
 * when a letter is rendered and kept nowhere, so neither the database nor the queue holds anything that opens a door.
 * Whether a token is still good, or was used before, says the row.
 */
export class LinkTokens {
  constructor(private readonly keys: KeyRing) {}

  /** @param purpose keeps a token for one door from opening another, such as `sign-in` or `draft` */
  linkToken(purpose: string, id: string): string {
    const bytes = Buffer.from(parse(id));
    return VERSION + Buffer.concat([bytes, this.mac(purpose, bytes)]).toString('base64url');
  }

  /** The id in a token that we made for this purpose, or nothing. Takes the same time however much of it is right. */
  verifyLinkToken<Kind extends string = string>(purpose: string, token: string): Kind | undefined {
    if (token.length !== LENGTH || !token.startsWith(VERSION) || !/^[A-Za-z0-9_-]+$/.test(token)) return undefined;
    const bytes = Buffer.from(token.slice(1), 'base64url');
    const id = bytes.subarray(0, ID_BYTES);
    if (!timingSafeEqual(bytes.subarray(ID_BYTES), this.mac(purpose, id))) return undefined;
    return stringify(id) as Kind;
  }

  private mac(purpose: string, id: Buffer): Buffer {
    return createHmac('sha256', this.keys.keyFor(`link ${purpose}`)).update(VERSION).update(id).digest().subarray(0, MAC_BYTES);
  }
}
