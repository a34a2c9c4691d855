import { createHash } from 'node:crypto';
import { html, Html } from './html.js';

const STYLE = `
:root { color-scheme: light dark; --paper: #f6f3ee; --card: #fffdfa; --ink: #1f1a17; --soft: #6a605a; --line: #e3dcd2;
  --seal: #a3341f; --hover: #faf4ec; --chip: #f1e8dc; }
@media (prefers-color-scheme: dark) { :root { --paper: #171412; --card: #201c19; --ink: #efe9e2; --soft: #a99e94;
  --line: #38312b; --seal: #ee8f78; --hover: #28231f; --chip: #332b25; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 15px/1.5 system-ui, "Noto Sans", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei", sans-serif; }
a { color: inherit; }
a:focus-visible, button:focus-visible, input:focus-visible, iframe:focus-visible { outline: 3px solid var(--seal); outline-offset: 2px; }
header { display: flex; flex-wrap: wrap; gap: 12px 24px; align-items: center; max-width: 1080px; margin: 0 auto; padding: 16px; }
header h1 { font-size: 20px; margin: 0; letter-spacing: .01em; }
header h1 a { text-decoration: none; display: flex; align-items: center; gap: 10px; }
.mark { width: 30px; height: 30px; border-radius: 7px; background: var(--seal); color: var(--card); display: grid; place-items: center; font-size: 17px; }
header form { display: flex; gap: 8px; margin-left: auto; flex: 1 1 320px; max-width: 460px; }
input { flex: 1; min-width: 0; font: inherit; padding: 8px 12px; border: 1px solid var(--line); border-radius: 8px; background: var(--card); color: inherit; }
button { font: inherit; padding: 8px 16px; border: 0; border-radius: 8px; background: var(--seal); color: var(--card); cursor: pointer; }
main { max-width: 1080px; margin: 0 auto; padding: 0 16px 48px; }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 12px; overflow: hidden; }
.count { color: var(--soft); margin: 4px 2px 12px; }
.rows { list-style: none; margin: 0; padding: 0; }
.rows li + li { border-top: 1px solid var(--line); }
.rows a { display: grid; grid-template-columns: minmax(0, 240px) minmax(0, 1fr) auto auto; gap: 4px 20px; padding: 11px 18px; text-decoration: none; align-items: baseline; }
.rows a:hover { background: var(--hover); }
.rows a > * { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.rows .to, .rows time { color: var(--soft); font-size: 14px; }
.rows time { font-variant-numeric: tabular-nums; }
.rows .subject { font-weight: 550; }
.chip { display: inline-block; background: var(--chip); color: var(--soft); border-radius: 99px; padding: 1px 9px; font-size: 12.5px; font-weight: 400; }
.empty { padding: 56px 20px; text-align: center; color: var(--soft); }
nav { display: flex; gap: 16px; justify-content: center; padding: 18px; }
.mail { padding: 20px 22px; border-bottom: 1px solid var(--line); }
.mail h2 { margin: 0 0 12px; font-size: 22px; line-height: 1.3; overflow-wrap: anywhere; }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 3px 16px; margin: 0; font-size: 14px; }
dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
.views { display: flex; flex-wrap: wrap; gap: 8px; padding: 0 22px; border-bottom: 1px solid var(--line); }
.views a { padding: 11px 4px; margin-right: 14px; text-decoration: none; color: var(--soft); }
.views a:hover { color: var(--ink); text-decoration: underline; text-underline-offset: 4px; }
section { scroll-margin-top: 8px; } section > h3 { margin: 0; padding: 18px 22px 8px; font-size: 14px; color: var(--soft); font-weight: 550; }
iframe { display: block; width: 100%; height: 640px; border: 0; background: #fff; }
pre { margin: 0; padding: 0 22px 20px; white-space: pre-wrap; overflow-wrap: anywhere; font: 14px/1.55 ui-monospace, "Noto Sans Mono", monospace; }
.files { list-style: none; margin: 0; padding: 0 22px 20px; display: flex; flex-wrap: wrap; gap: 10px; }
.files a { display: inline-block; border: 1px solid var(--line); border-radius: 8px; padding: 8px 12px; text-decoration: none; }
.files a:hover { background: var(--hover); } .files span { color: var(--soft); font-size: 13px; }
@media (max-width: 640px) { .rows a { grid-template-columns: minmax(0, 1fr) auto; } .rows .subject { grid-column: 1 / -1; grid-row: 1; white-space: normal; }
  .rows .chips { grid-column: 1 / -1; } header form { margin-left: 0; flex-basis: 100%; max-width: none; } }
`;

const styleHash = createHash('sha256').update(STYLE).digest('base64');

/** No scripts, no requests to anywhere but this mailbox. */
export const PAGE_POLICY = `default-src 'none'; style-src 'sha256-${styleHash}'; frame-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

export function page(title: string, search: string, content: Html): Html {
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,"><title>${title}</title>${new Html(`<style>${STYLE}</style>`)}</head>
<body><header><h1><a href="/"><span class="mark" aria-hidden="true">信</span>Mailbox</a></h1>
<form action="/" role="search"><input type="search" name="to" value="${search}" placeholder="Part of a recipient's address" aria-label="Recipient"><button>Search</button></form></header>
<main>${content}</main></body></html>`;
}

export function missingPage(): Html {
  return page('Not here · Mailbox', '', html`<div class="card empty">This mail is not here (any more). <a href="/">Back to the list</a></div>`);
}
