/** A reader of the bench. */
export interface Reader {
  readonly id: number;
  readonly email: string;
  readonly name: string;
  readonly organisation: string;
  readonly code: string;
}

export function readerOf(id: number): Reader {
  return {
    id, email: `delegate${id}@d${id % 200}.example.org`, name: `Adaeze Nwachukwu the ${id}th`, organisation: `Chamber of Commerce ${id % 97}`, code: `c${(id * 7919).toString(36).padStart(8, '0')}`,
  };
}

const hall = (index: number): string => `Hall ${String.fromCharCode(65 + (index % 12))}`;
const ROWS = Array.from({ length: 28 }, (_, index) => `<tr><td style="padding:8px 16px;font-size:14px;line-height:20px;color:#333333;border-bottom:1px solid #e5e5e5">10:${10 + index} &mdash; Forum ${index}: regional cooperation, industry and sustainable growth</td><td style="padding:8px 16px">${hall(index)}</td></tr>`).join('\n');
const LINES = Array.from({ length: 28 }, (_, index) => `10:${10 + index} - Forum ${index}: regional cooperation, industry - ${hall(index)}`).join('\n');

/** What is the same in all letters, around a reader's name, organisation, code and link. */
export const FIXED_HTML = [
  '<tr><td><h1>Dear ', ',</h1><p>The organising committee invites ', ' to take part. Your personal code is <b>', '</b>. <a href="https://conference.example/i/',
  `">Register</a></p><table>${ROWS}</table></td></tr>`,
];
export const FIXED_TEXT = ['Dear ', ',\n\nThe organising committee invites ', ' to take part. Code ', ': https://conference.example/i/', `\n\n${LINES}\n`];

export function filledFor({ name, organisation, code }: Reader): string[] {
  return [name, organisation, code, code];
}

const fill = (fixed: readonly string[], filled: readonly string[]): string => fixed.reduce((text, part, index) => text + part + (filled[index] ?? ''), '');

/** The same letter as nodemailer is given it: whole, to be built for each reader. */
export function plainLetter(reader: Reader): object {
  const filled = filledFor(reader);
  return {
    from: '"Organising Committee" <no-reply@huiguan.example>', to: `"${reader.name}" <${reader.email}>`, subject: `Invitation for ${reader.name}`,
    text: `${fill(FIXED_TEXT, filled)}\nUnsubscribe: https://conference.example/u/${reader.code}\n`,
    html: `<!doctype html><html><head><title>Invitation</title></head><body style="margin:0;background:#f4f4f4"><table width="600" align="center">${fill(FIXED_HTML, filled)}<tr><td><a href="https://conference.example/u/${reader.code}">Unsubscribe</a></td></tr></table></body></html>`,
    headers: { 'List-Unsubscribe': `<https://conference.example/u/${reader.code}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
  };
}
