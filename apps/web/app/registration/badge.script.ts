import { badgeLines } from './badge-name.js';

const badge = document.querySelector<HTMLElement>('[data-badge]');
const form = badge?.closest('form');

/** The badge says what stands in the fields now. */
function show(shown: HTMLElement, fields: HTMLFormElement): void {
  const typed = new FormData(fields);
  const of = (name: string): string => {
    const value = typed.get(`names.${name}`);
    return typeof value === 'string' ? value : '';
  };
  const { name, latin } = badgeLines({ native: of('native'), latinFamily: of('latinFamily'), latinGiven: of('latinGiven'), order: of('order'), badge: of('badge') });
  shown.hidden = name === '';
  for (const [part, text] of [['.name', name], ['.latin', latin]] as const) {
    const line = shown.querySelector(part);
    if (line !== null) line.textContent = text;
  }
}

if (badge !== null && form != null) {
  form.addEventListener('input', () => { show(badge, form); });
  // A page that was gone back to brings along what was typed.
  window.addEventListener('pageshow', () => { show(badge, form); });
}
