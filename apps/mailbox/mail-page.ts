import { html } from './html.js';
import type { Html } from './html.js';
import type { KeptMail } from './kept-mail.js';
import { page } from './page.js';

/** One mail: its head, the HTML in a frame without scripts, the text, what is attached, the source. */
export function mailPage(mail: KeptMail, hasHtml: boolean): Html {
  const path = `/messages/${mail.id}`;
  return page(`${mail.subject} · Mailbox`, '', html`<article class="card">
    <div class="mail"><h2>${mail.subject || '(no subject)'}</h2><dl>
      <dt>To</dt><dd>${mail.to.join(', ')}</dd><dt>From</dt><dd>${mail.from}</dd>
      <dt>Accepted</dt><dd><time datetime="${mail.date}">${mail.date.slice(0, 19).replace('T', ' ')} UTC</time></dd>
      ${mail.kind && html`<dt>Kind</dt><dd><span class="chip">${mail.kind}</span></dd>`}
      ${mail.headers['content-language'] && html`<dt>Language</dt><dd>${mail.headers['content-language']}</dd>`}
      <dt>Message-ID</dt><dd>${mail.messageId ?? 'none'}</dd></dl></div>
    <div class="views">${hasHtml && html`<a href="#html">HTML</a>`}<a href="#text">Text</a>
      ${mail.attachments.length > 0 && html`<a href="#files">Attached</a>`}<a href="${path}/source">Source</a></div>
    ${hasHtml && html`<section id="html"><h3>HTML</h3><iframe sandbox="allow-popups allow-popups-to-escape-sandbox" src="${path}/html" title="The mail as HTML"></iframe></section>`}
    <section id="text"><h3>Text</h3><pre dir="auto">${mail.text}</pre></section>
    ${mail.attachments.length > 0 && html`<section id="files"><h3>Attached</h3><ul class="files">${mail.attachments.map((part, position) =>
      html`<li><a href="${path}/attachments/${position}">${part.name} <span>${part.type}, ${sizeOf(part.bytes)}</span></a></li>`)}</ul></section>`}
  </article>`);
}

function sizeOf(bytes: number): string {
  return bytes < 1024 ? `${bytes} B` : `${(bytes / 1024).toFixed(1)} kB`;
}
