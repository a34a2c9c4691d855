import { ResumableLine } from './resumable-line.js';

const language = document.documentElement.lang;
const percent = new Intl.NumberFormat(language, { style: 'percent' });

/** What a field says of the file on its way, in the page's language, as the page brought it along. */
type Said = 'sending' | 'broken' | 'done' | 'failed' | 'waiting';

/** A file's field: what is chosen is sent at once, and the form sends only its id. */
class FileField {
  private line: ResumableLine | undefined;
  private chosen: File | undefined;
  private readonly choice: HTMLInputElement;
  private readonly shown: HTMLElement;
  private readonly bar: HTMLProgressElement;
  private readonly part: HTMLElement;
  private readonly status: HTMLElement;

  constructor(private readonly field: HTMLElement, private readonly settled: () => void) {
    this.choice = one(field, 'input[type=file]');
    this.shown = one(field, '.upload');
    this.bar = one(field, 'progress');
    this.part = one(field, '.upload-part');
    this.status = one(field, '[role=status]');
    this.choice.addEventListener('change', () => { void this.begin(this.choice.files?.[0]); });
  }

  get isSending(): boolean {
    return this.chosen !== undefined;
  }

  wait(): void {
    this.say('waiting');
  }

  private async begin(file: File | undefined): Promise<void> {
    const before = this.line;
    [this.line, this.chosen] = [undefined, file];
    this.field.classList.remove('wrong');
    this.shown.hidden = file === undefined;
    await before?.leave();
    if (file === undefined || this.chosen !== file) return;
    this.show(0);
    this.say('sending');
    const isOurs = (): boolean => this.chosen === file;
    const line = await ResumableLine.open(file, language, {
      progress: (part) => { if (isOurs()) this.show(part); },
      broke: () => { if (isOurs()) this.say('broken'); },
      arrived: (id) => { if (isOurs()) this.keep(id, file.name); },
      refused: (message) => { if (isOurs()) this.refuse(message); },
    });
    if (isOurs()) this.line = line;
    else await line?.leave();
    if (line === undefined) this.end();
  }

  private show(part: number): void {
    const isBroken = this.status.textContent === this.textOf('broken');
    if (isBroken && part > 0) this.say('sending');
    this.bar.hidden = false;
    this.bar.value = part;
    this.part.textContent = percent.format(part);
  }

  private keep(id: string, name: string): void {
    one<HTMLInputElement>(this.field, `input[name="${this.choice.name}.file"]`).value = id;
    one<HTMLInputElement>(this.field, `input[name="${this.choice.name}.name"]`).value = name;
    this.say('done', name);
    this.end();
  }

  private refuse(message: string | undefined): void {
    this.field.classList.add('wrong');
    this.status.textContent = message ?? this.textOf('failed');
    this.end();
  }

  /** Nothing is on its way any more; a file that has arrived, or is not taken, is not sent by the form once more. */
  private end(): void {
    if (this.line !== undefined) this.choice.value = '';
    [this.line, this.chosen] = [undefined, undefined];
    this.bar.hidden = true;
    this.part.textContent = '';
    this.settled();
  }

  private say(what: Said, name = ''): void {
    const text = this.textOf(what).replace('{name}', name);
    if (this.status.textContent !== text) this.status.textContent = text;
  }

  private textOf(what: Said): string {
    return this.field.dataset[what] ?? '';
  }
}

function one<Found extends HTMLElement>(within: ParentNode, selector: string): Found {
  const found = within.querySelector<Found>(selector);
  if (found === null) throw new Error(`the page has no ${selector}`);
  return found;
}

for (const form of document.querySelectorAll('form')) {
  let held: HTMLElement | null | undefined;
  const settled = (): void => {
    if (held === undefined || fields.some(({ isSending }) => isSending)) return;
    const by = held;
    held = undefined;
    if (form.querySelector('[data-sending].wrong') === null) form.requestSubmit(by);
  };
  const fields = [...form.querySelectorAll<HTMLElement>('[data-sending]')].map((field) => new FileField(field, settled));
  // Who goes on while a file is on its way is taken on as soon as it is there.
  form.addEventListener('submit', (submission) => {
    const onTheWay = fields.filter(({ isSending }) => isSending);
    if (onTheWay.length === 0) return;
    submission.preventDefault();
    held = submission.submitter;
    for (const field of onTheWay) field.wait();
  });
}
