import { newId } from '#kernel';
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { BlindIndex } from './blind-index.js';
import { KeyRing } from './key-ring.js';
import { LinkTokens } from './link-tokens.js';
import { seal, unseal } from './sealed-box.js';

const keys = new KeyRing('a secret of the installation, 32+ characters');

describe('link tokens', () => {
  const tokens = new LinkTokens(keys);
  const id = newId();

  it('carry the id back for the purpose they were made for', () => {
    const token = tokens.linkToken('draft', id);
    expect(token).toMatch(/^1[A-Za-z0-9_-]{48}$/);
    expect(tokens.verifyLinkToken('draft', token)).toBe(id);
    expect(tokens.linkToken('draft', id)).toBe(token);
  });

  it('open no other door, and nothing with another secret', () => {
    const token = tokens.linkToken('draft', id);
    expect(tokens.verifyLinkToken('sign-in', token)).toBeUndefined();
    expect(new LinkTokens(new KeyRing('another secret of 32 characters and more')).verifyLinkToken('draft', token)).toBeUndefined();
  });

  it('are refused with any character changed, cut, or added', () => {
    const token = tokens.linkToken('draft', id);
    for (let at = 0; at < token.length; at += 1) {
      const other = token[at] === 'A' ? 'B' : 'A';
      expect(tokens.verifyLinkToken('draft', token.slice(0, at) + other + token.slice(at + 1))).toBeUndefined();
    }
    for (const wrong of ['', token.slice(1), `${token}A`, `2${token.slice(1)}`, '%'.repeat(token.length)]) expect(tokens.verifyLinkToken('draft', wrong)).toBeUndefined();
  });
});

describe('blind index', () => {
  const index = new BlindIndex(keys);

  it('is the same for a value written with spaces or small letters', () => {
    expect(index.blindIndex('passport CN', 'e 1234 5678')).toBe(index.blindIndex('passport CN', 'E12345678'));
    expect(index.blindIndex('passport CN', 'Ｅ12345678')).toBe(index.blindIndex('passport CN', 'E12345678'));
  });

  it('differs by value, purpose and secret', () => {
    const all = [
      index.blindIndex('passport CN', 'E12345678'), index.blindIndex('passport CN', 'E12345679'), index.blindIndex('passport KZ', 'E12345678'),
      new BlindIndex(new KeyRing('another secret of 32 characters and more')).blindIndex('passport CN', 'E12345678'),
    ];
    expect(new Set(all).size).toBe(all.length);
  });
});

describe('sealed box', () => {
  const key = randomBytes(32);

  it('opens with the key and the place it was sealed for, and never seals alike', () => {
    const sealed = seal(key, 'here', Buffer.from('E12345678'));
    expect(unseal(key, 'here', sealed).toString()).toBe('E12345678');
    expect(seal(key, 'here', Buffer.from('E12345678')).equals(sealed)).toBe(false);
  });

  it('does not open elsewhere, with another key, or with a bit changed', () => {
    const sealed = seal(key, 'here', Buffer.from('E12345678'));
    expect(() => unseal(key, 'there', sealed)).toThrow();
    expect(() => unseal(randomBytes(32), 'here', sealed)).toThrow();
    for (let at = 0; at < sealed.length; at += 1) {
      const changed = Buffer.from(sealed);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      expect(() => unseal(key, 'here', changed)).toThrow();
    }
    expect(() => unseal(key, 'here', Buffer.alloc(0))).toThrow('known version');
  });
});
