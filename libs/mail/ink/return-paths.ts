import { createHmac, timingSafeEqual } from 'node:crypto';
import { isId } from '#kernel';
import type { MessageId } from '#kernel';
import type { KeyRing } from '#platform';

const MAC_CHARACTERS = 16;
// In lower case, since some mail servers fold the case of local parts on the way back.
const FORM = /^bounce-([0-9a-f]{32})-([0-9a-f]{16})$/;

/**
 * A return path of its own for each letter (VERP), so that a bounce says by its address which letter came back, whatever
 * its author wrote into it; the keyed digest keeps strangers from forging bounces.
 */
export class ReturnPaths {
  /** @param domain where bounces are received (BOUNCE_DOMAIN); without it all return to `fallback` */
  constructor(private readonly keys: KeyRing, readonly domain: string | undefined, private readonly fallback: string) {}

  of(id: MessageId): string {
    if (this.domain === undefined) return this.fallback;
    const hex = id.replaceAll('-', '');
    return `bounce-${hex}-${this.mac(hex)}@${this.domain}`;
  }

  /** The letter that an address of ours belongs to. */
  letterAt(address: string): MessageId | undefined {
    const at = address.lastIndexOf('@');
    if (this.domain === undefined || address.slice(at + 1).toLowerCase() !== this.domain.toLowerCase()) return undefined;
    const [, hex = '', mac = ''] = FORM.exec(address.slice(0, at).toLowerCase()) ?? [];
    if (mac === '' || !timingSafeEqual(Buffer.from(mac), Buffer.from(this.mac(hex)))) return undefined;
    const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    return isId(id) ? id as MessageId : undefined;
  }

  private mac(hex: string): string {
    return createHmac('sha256', this.keys.keyFor('mail return path')).update(hex).digest('hex').slice(0, MAC_CHARACTERS);
  }
}
