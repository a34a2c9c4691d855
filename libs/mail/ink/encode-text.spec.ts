import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { joined, TextEncoder7Bit } from './encode-text.js';

function decoded(encoding: string, body: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  const bytes = body.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8').replace(/\r\n$/, '');
}

describe('texts in letters', () => {
  const encoder = new TextEncoder7Bit();

  it('come back as they were, 7-bit, with lines of at most 76, whatever is filled in where', () => {
    const part = fc.string({ unit: fc.constantFrom('a', ' ', '\n', '=', '.', '\t', 'é', '安', '🙂', '\r\n', 'the quick brown fox '), maxLength: 60 });
    fc.assert(fc.property(fc.array(fc.tuple(part, part), { maxLength: 5 }), part, (pairs, end) => {
      const text = { fixed: [...pairs.map(([fixed]) => fixed), end], filled: pairs.map(([, filled]) => filled) };
      const { encoding, body } = encoder.encode(text);
      expect(body).toMatch(/^[\t\r\n\x20-\x7e]*$/);
      for (const line of body.split('\r\n')) {
        expect(line.length).toBeLessThanOrEqual(76);
        expect(line).not.toMatch(/[\r\n]|[ \t]$/);
      }
      expect(decoded(encoding, body)).toBe(joined(text).replace(/\r?\n/g, '\r\n'));
      // The first ends a line of 76 where its seam would be the 77th.
    }), { examples: [[[['', 'the quick brown fox aé🙂athe quick brown fox =a🙂']], '']], numRuns: 300 });
  });

  it('in another script are base64, in Latin letters quoted-printable', () => {
    expect(encoder.encode({ fixed: ['尊敬的', '：您好'], filled: ['安'] }).encoding).toBe('base64');
    expect(encoder.encode({ fixed: ['Dear ', ', welcome'], filled: ['安'] }).encoding).toBe('quoted-printable');
  });
});
