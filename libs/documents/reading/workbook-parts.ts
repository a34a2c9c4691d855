import { posix } from 'node:path';
import { SaxesParser } from 'saxes';
import yauzl from 'yauzl';
import type { Entry, ZipFile } from 'yauzl';
import { UnreadableTable } from './unreadable-table.js';

/** Bytes of XML that one part may unpack to: a million rows need less, a ZIP bomb more. */
const MOST_BYTES = 1_000_000_000;
const MOST_PARTS = 10_000;

/** Names of elements and attributes are given without their namespace prefix, which programs choose freely. */
export interface XmlReader {
  open?(name: string, attribute: (name: string) => string | undefined): void;
  text?(text: string): void;
  close?(name: string): void;
}

/** The parts of a workbook (a ZIP file), each read as it unpacks. */
export class WorkbookParts {
  private constructor(private readonly zip: ZipFile, private readonly entries: ReadonlyMap<string, Entry>) {}

  static async open(path: string): Promise<WorkbookParts> {
    const zip = await yauzl.openPromise(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true }).catch(asUnreadable);
    try {
      return new WorkbookParts(zip, await entriesOf(zip));
    } catch (fault) {
      zip.close();
      throw fault;
    }
  }

  has(part: string): boolean {
    return this.entries.has(part);
  }

  close(): void {
    this.zip.close();
  }

  /** Reads a part through to its end. */
  async read(part: string, reader: XmlReader): Promise<void> {
    await this.pieces(part, reader, () => []).next();
  }

  /** As `read`, giving after each piece what was found in it; ends when its caller does. */
  async* pieces<Found>(part: string, reader: XmlReader, take: () => readonly Found[]): AsyncGenerator<Found> {
    const entry = this.entries.get(part);
    if (entry === undefined) throw new UnreadableTable('damaged');
    if (entry.isEncrypted()) throw new UnreadableTable('encrypted');
    if (entry.uncompressedSize > MOST_BYTES) throw new UnreadableTable('too-large');
    const parser = parserOf(reader);
    const decoder = new TextDecoder('utf-8');
    let bytes = 0;
    const stream = await this.zip.openReadStreamPromise(entry).catch(asUnreadable);
    try {
      for await (const chunk of stream) {
        bytes += (chunk as Buffer).length;
        if (bytes > MOST_BYTES) throw new UnreadableTable('too-large');
        parser.write(decoder.decode(chunk as Buffer, { stream: true }));
        yield* take();
      }
      parser.write(decoder.decode()).close();
      yield* take();
    } catch (fault) {
      return asUnreadable(fault);
    } finally {
      stream.destroy();
    }
  }

  /** What a part, or the package (null), refers to, by relationship id: its kind (the last word of its type) and the part it is. */
  async relationshipsOf(part: string | null): Promise<ReadonlyMap<string, { readonly kind: string; readonly part: string }>> {
    const folder = part === null ? '' : posix.dirname(part);
    const found = new Map<string, { kind: string; part: string }>();
    const from = posix.join(folder, '_rels', `${part === null ? '' : posix.basename(part)}.rels`);
    if (!this.has(from)) return found;
    await this.read(from, {
      open: (name, attribute) => {
        const target = attribute('Target') ?? '';
        if (name !== 'Relationship' || attribute('TargetMode') === 'External') return;
        const path = target.startsWith('/') ? target.slice(1) : posix.join(folder, target);
        found.set(attribute('Id') ?? '', { kind: (attribute('Type') ?? '').split('/').at(-1) ?? '', part: path });
      },
    });
    return found;
  }
}

async function entriesOf(zip: ZipFile): Promise<ReadonlyMap<string, Entry>> {
  const entries = new Map<string, Entry>();
  try {
    for await (const entry of zip.eachEntry()) {
      if (entries.size >= MOST_PARTS) throw new UnreadableTable('too-large');
      entries.set(entry.fileName, entry);
    }
    return entries;
  } catch (fault) {
    return asUnreadable(fault);
  }
}

/** Whatever a library found wrong with a file, it is damaged to us; a disk that fails is another matter. */
function asUnreadable(fault: unknown): never {
  throw fault instanceof UnreadableTable || (fault instanceof Error && 'syscall' in fault) ? fault : new UnreadableTable('damaged');
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);

function parserOf({ open: opened, text, close }: XmlReader): SaxesParser {
  const parser = new SaxesParser();
  parser.on('error', () => { throw new UnreadableTable('damaged'); });
  // No workbook has a document type; one that does is up to something.
  parser.on('doctype', () => { throw new UnreadableTable('damaged'); });
  if (opened !== undefined) {
    parser.on('opentag', ({ name, attributes }) => {
      opened(local(name), (wanted) => attributes[wanted] ?? Object.entries(attributes).find(([key]) => local(key) === wanted)?.[1]);
    });
  }
  if (text !== undefined) {
    parser.on('text', text);
    parser.on('cdata', text);
  }
  if (close !== undefined) parser.on('closetag', ({ name }) => { close(local(name)); });
  return parser;
}
