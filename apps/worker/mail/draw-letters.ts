import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { COMPLETE_LOCALES, LOCALES } from '#i18n';
import type { Locale } from '#i18n';
import { textFor } from '#kernel';
import { drawnLetter, LetterPress } from '#mail';
import { KeyRing, LinkTokens, settingsFrom } from '#platform';
import { allLetters } from './letters-of-the-house.js';
import { photograph } from './photograph.js';

// `npm run letters [-- --pictures] [--in=ar,th] [part-of-a-kind]` draws every letter from its samples into var/letters, to be looked at.

const FOLDER = resolve('var/letters');
const settings = settingsFrom({
  DATABASE_URL: 'postgres://localhost/none', SMTP_URL: 'smtp://localhost', SECRET_KEY: 'only for drawing letters, never for doors',
  PUBLIC_URL: 'https://conference.example',
});
const SENDERS = { 'en': 'Overseas Chinese Cooperation & Development Conference', 'zh-Hans': '海外华商合作发展大会', 'zh-Hant': '海外華商合作發展大會' };

async function draw(part: string, locales: readonly Locale[]): Promise<string[]> {
  const press = new LetterPress(settings, new LinkTokens(new KeyRing(settings.SECRET_KEY)));
  const names: string[] = [];
  for (const letter of allLetters().filter(({ kind }) => kind.includes(part))) {
    for (const [index, props] of letter.samples.entries()) {
      for (const locale of locales) {
        const name = `${letter.kind}-${index + 1}.${locale}`;
        const printed = press.print(letter, props, { email: 'adaeze@example.org', name: 'Adaeze Nwachukwu', locale, from: letter.kind.startsWith('identity.') ? null : textFor(SENDERS, locale) });
        await writeFile(join(FOLDER, `${name}.html`), drawnLetter(printed));
        await writeFile(join(FOLDER, `${name}.txt`), `Subject: ${printed.subject}\n\n${printed.text}`);
        names.push(name);
      }
    }
  }
  return names;
}

function indexPage(names: readonly string[]): string {
  const lines = names.map((name) => `<li><a href="${name}.html">${name}</a> <a href="${name}.txt">text</a></li>`);
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Letters</title><ul>${lines.join('')}</ul></html>`;
}

const wishes = process.argv.slice(2);
await rm(FOLDER, { recursive: true, force: true });
await mkdir(FOLDER, { recursive: true });
const tongues = wishes.find((wish) => wish.startsWith('--in='))?.slice('--in='.length).split(',');
const locales = tongues === undefined ? COMPLETE_LOCALES : LOCALES.filter((locale) => tongues.includes(locale));
const names = await draw(wishes.find((wish) => !wish.startsWith('--')) ?? '', locales);
await writeFile(join(FOLDER, 'index.html'), indexPage(names));
if (wishes.includes('--pictures')) await photograph(names.map((name) => join(FOLDER, `${name}.html`)));
process.stdout.write(`${names.length} letters: ${pathToFileURL(join(FOLDER, 'index.html')).href}\n`);
