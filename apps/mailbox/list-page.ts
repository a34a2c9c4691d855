import { html } from './html.js';
import type { Html } from './html.js';
import type { MailLine } from './kept-mail.js';
import { page } from './page.js';

const PAGE_SIZE = 50;

interface Shown {
  readonly to: string;
  readonly kind: string | undefined;
  readonly page: number;
}

/** The list, newest first. */
export function listPage(lines: readonly MailLine[], shown: Shown): Html {
  const pages = Math.max(1, Math.ceil(lines.length / PAGE_SIZE));
  const current = Math.min(Math.max(1, shown.page), pages);
  const part = lines.toReversed().slice((current - 1) * PAGE_SIZE, current * PAGE_SIZE);
  const count = `${lines.length.toLocaleString('en')} ${lines.length === 1 ? 'mail' : 'mails'}`;
  return page('Mailbox', shown.to, html`
    <p class="count">${count}${shown.to === '' ? '' : ` to “${shown.to}”`}${shown.kind ? ` of the kind ${shown.kind}` : ''}</p>
    <div class="card">${part.length === 0 ? nothing(shown) : html`<ul class="rows">${part.map(row)}</ul>`}</div>
    ${pages > 1 && turner(current, pages, shown)}`);
}

function nothing(shown: Shown): Html {
  return shown.to === '' && !shown.kind
    ? html`<div class="empty">No mail yet. Whatever Huiguan sends on this machine lands here and goes no further.</div>`
    : html`<div class="empty">No mail matches. <a href="/">Show all</a></div>`;
}

function row(line: MailLine): Html {
  return html`<li><a href="/messages/${line.id}"><span class="to">${line.to.join(', ')}</span>
    <span class="subject" dir="auto">${line.subject || '(no subject)'}</span><span class="chips">${line.kind && html`<span class="chip">${line.kind}</span>`}
    ${line.attachments > 0 && html`<span class="chip">${line.attachments} attached</span>`}</span>
    <time datetime="${line.date}">${shortTime(line.date)}</time></a></li>`;
}

function turner(current: number, pages: number, shown: Shown): Html {
  const link = (to: number, label: string): Html => html`<a href="/?${searchOf(shown, to)}">${label}</a>`;
  return html`<nav aria-label="Pages">${current > 1 && link(current - 1, '← Newer')}<span>Page ${current} of ${pages}</span>${current < pages && link(current + 1, 'Older →')}</nav>`;
}

function searchOf(shown: Shown, to: number): string {
  return new URLSearchParams({ to: shown.to, ...(shown.kind ? { kind: shown.kind } : {}), page: String(to) }).toString();
}

/** In UTC, since the mails are for people in many zones and the reader may be in any. */
function shortTime(date: string): string {
  return `${date.slice(0, 10)} ${date.slice(11, 19)}`;
}
