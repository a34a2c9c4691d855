import { hkdfSync } from 'node:crypto';

/** Keys for separate purposes out of one secret (HKDF, RFC 5869): who learns one of them learns nothing of the others. */
export class KeyRing {
  private readonly keys = new Map<string, Buffer>();

  constructor(private readonly secret: string) {}

  /** 256 bits, always the same for the same purpose. */
  keyFor(purpose: string): Buffer {
    const known = this.keys.get(purpose);
    if (known !== undefined) return known;
    const key = Buffer.from(hkdfSync('sha256', this.secret, 'huiguan', purpose, 32));
    this.keys.set(purpose, key);
    return key;
  }
}
