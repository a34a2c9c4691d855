import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';
import { withinOwnOrigin } from './own-origin.js';

const page = readFileSync(createRequire(import.meta.url).resolve('@bull-board/ui/dist/index.ejs'), 'utf8');

describe('the page of the queues', () => {
  it('asks nobody else, and keeps what it is made of', () => {
    expect(page).toContain('fonts.googleapis.com');
    const own = withinOwnOrigin(page);
    expect(own).not.toMatch(/https?:|style=|<style/);
    const parts = (text: string): readonly string[] => text.match(/<script[^>]*>|<link href="static[^>]*>|<base[^>]*>/g) ?? [];
    expect(parts(own)).toEqual(parts(page));
    expect(parts(own).length).toBeGreaterThan(4);
  });

  it.each([
    ['a script of others', '<script src="https://cdn.example.com/x.js"></script>'],
    ['a script of others, by a short address', '<script defer src="//cdn.example.com/x.js"></script>'],
    ['an image of others', '<img src="https://pixel.example.com/1.gif">'],
    ['a script within', '<script>location = "https://example.com"</script>'],
    ['an attribute that runs', '<body onload="go()">'],
    ['a style that does not end', '<style>body { color: red }'],
    ['an attribute of style in other quotes', "<p style='color: red'>"],
  ])('is not shown with %s', (_what, more) => {
    expect(() => withinOwnOrigin(page.replace('</body>', `${more}</body>`))).toThrow('forbids');
  });
});
