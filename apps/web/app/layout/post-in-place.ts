/** What came of a form that was sent in the background. */
export type Sent = 'shown' | 'elsewhere' | 'away';

/**
 * Sends a form as a button would and puts the page that answers in the place of this one's main part, so that nobody loses
 * the place in a long page. Where the answer leads elsewhere (to sign in again), the browser follows; `away` where nothing
 * could be sent, and the page stays as it is.
 */
export async function postInPlace(address: string, fields: Readonly<Record<string, string>>): Promise<Sent> {
  const response = await fetch(address, { method: 'POST', body: new URLSearchParams(fields) }).catch(() => undefined);
  if (response === undefined || response.status >= 500) return 'away';
  const next = new DOMParser().parseFromString(await response.text(), 'text/html').querySelector('main');
  if (next === null || new URL(response.url).pathname !== location.pathname) {
    location.assign(response.url);
    return 'elsewhere';
  }
  document.querySelector('main')?.replaceWith(next);
  history.replaceState(null, '', response.url);
  return 'shown';
}

/** Says something at the top of the main part, as the server says it; what was said before is taken away. */
export function say(text: string): void {
  const main = document.querySelector('main');
  main?.querySelector('[data-said]')?.remove();
  const note = document.createElement('p');
  note.className = 'note bad stay';
  note.role = 'alert';
  note.dataset['said'] = '';
  note.textContent = text;
  main?.prepend(note);
}
