import type { DetailedError, Upload } from 'tus-js-client';

/** A proxy before us may hold a request back until it is whole, and then it is lost when the line breaks: at most so much, 20 s on a slow line. */
const PART_BYTES = 1_000_000;
/** A line that says nothing for so long is taken for broken, though nobody said so: phones that change networks do this. */
const SILENCE_MS = 30_000;
/** Waits between tries, which each part that arrives begins anew. They make up an hour. */
const RETRY_MS = [0, 1_000, 2_000, ...Array<number>(720).fill(5_000)];

/** What becomes of a file on its way. */
export interface Arrival {
  /** How much has arrived, from 0 to 1. */
  progress(part: number): void;
  /** The line broke; it goes on by itself where it was. */
  broke(): void;
  arrived(id: string): void;
  /** The house does not take it, and says why; without words where something else went wrong. */
  refused(message: string | undefined): void;
}

/** Sends one file to the house's upload door by the tus protocol (1.0.0), however often the line breaks. */
export class ResumableLine {
  private heardAt = Date.now();
  private timer = 0;
  private readonly goOn = (): void => { void this.again(); };

  private constructor(private readonly upload: Upload, private readonly arrival: Arrival) {}

  /** Nothing where the library does not come: then the form sends the file by itself. */
  static async open(file: File, language: string, arrival: Arrival): Promise<ResumableLine | undefined> {
    const tus = await import('tus-js-client').catch(() => undefined);
    if (tus === undefined) return undefined;
    const upload: Upload = new tus.Upload(file, {
      endpoint: new URL('/files/uploads', location.href).href,
      chunkSize: PART_BYTES,
      retryDelays: RETRY_MS,
      metadata: { filename: file.name },
      headers: { 'Accept-Language': language },
      removeFingerprintOnSuccess: true,
      onProgress: (sent, all) => { line.heard(sent / all); },
      onShouldRetry: (fault) => line.isBroken(fault),
      onError: (fault) => { line.end(); arrival.refused(messageOf(fault as DetailedError)); },
      onSuccess: () => { line.end(); arrival.arrived(upload.url?.split('/').at(-1) ?? ''); },
    });
    const line = new ResumableLine(upload, arrival);
    await line.begin();
    return line;
  }

  /** What was on its way is not wanted any more: there it is thrown away too. */
  async leave(): Promise<void> {
    this.end();
    await this.upload.abort(true).catch(() => undefined);
  }

  /** The same file, chosen again after the page was closed, goes on where it was. */
  private async begin(): Promise<void> {
    const [earlier] = await this.upload.findPreviousUploads().catch(() => []);
    if (earlier !== undefined) this.upload.resumeFromPreviousUpload(earlier);
    addEventListener('online', this.goOn);
    this.timer = window.setInterval(() => { if (Date.now() - this.heardAt > SILENCE_MS) this.goOn(); }, 1_000);
    this.upload.start();
  }

  private heard(part: number): void {
    this.heardAt = Date.now();
    this.arrival.progress(part);
  }

  private isBroken({ originalResponse }: DetailedError): boolean {
    const status = originalResponse?.getStatus() ?? 0;
    const isBroken = status === 0 || status >= 500 || status === 409;
    if (isBroken) this.arrival.broke();
    return isBroken;
  }

  private async again(): Promise<void> {
    this.heardAt = Date.now();
    this.arrival.broke();
    await this.upload.abort();
    if (this.timer !== 0) this.upload.start();
  }

  private end(): void {
    removeEventListener('online', this.goOn);
    clearInterval(this.timer);
    this.timer = 0;
  }
}

function messageOf({ originalResponse }: DetailedError): string | undefined {
  try {
    const { message } = JSON.parse(originalResponse?.getBody() ?? '') as { message?: string };
    return message;
  } catch {
    return undefined;
  }
}
