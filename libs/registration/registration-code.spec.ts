import { describe, expect, it } from '@jest/globals';
import { codePrefix, newCode } from './registration-code.js';

describe('the code for people', () => {
  it('begins with the conference and has no letter that is misread', () => {
    expect(['chongqing-2025', 'brocdc-chongqing-2025', 'sichuan', '2026', 'x-2026'].map(codePrefix)).toEqual(['CH25', 'BC25', 'SI', 'R26', 'X26']);
    for (let n = 0; n < 200; n += 1) expect(newCode('chongqing-2025')).toMatch(/^CH25-[0-9A-HJKMNP-TV-Z]{6}$/);
  });
});
