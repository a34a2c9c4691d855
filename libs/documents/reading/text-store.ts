const CHUNK_BYTES = 4 * 1024 * 1024;
const LENGTH_BYTES = 4;

/** Many short texts by number, kept as UTF-8 outside of the heap: a workbook has as many as it has cells. */
export class TextStore {
  private readonly chunks: Buffer[] = [];
  private places = new Uint32Array(65_536);
  private count = 0;
  private end = 0;

  get size(): number {
    return this.count;
  }

  add(text: string): void {
    const bytes = Buffer.byteLength(text);
    const room = bytes + LENGTH_BYTES;
    if (this.chunks.length === 0 || (this.end % CHUNK_BYTES) + room > CHUNK_BYTES || this.end === this.chunks.length * CHUNK_BYTES) {
      this.end = this.chunks.length * CHUNK_BYTES;
      this.chunks.push(Buffer.allocUnsafeSlow(CHUNK_BYTES));
    }
    const chunk = this.chunks.at(-1);
    if (chunk === undefined) return;
    const at = this.end % CHUNK_BYTES;
    chunk.writeUInt32LE(bytes, at);
    chunk.write(text, at + LENGTH_BYTES);
    this.remember(this.end);
    this.end += room;
  }

  get(index: number): string | undefined {
    const place = index < this.count ? this.places[index] : undefined;
    if (place === undefined) return undefined;
    const chunk = this.chunks[Math.floor(place / CHUNK_BYTES)];
    const at = place % CHUNK_BYTES;
    const length = chunk?.readUInt32LE(at) ?? 0;
    return chunk?.toString('utf8', at + LENGTH_BYTES, at + LENGTH_BYTES + length);
  }

  private remember(place: number): void {
    if (this.count === this.places.length) {
      const more = new Uint32Array(this.places.length * 2);
      more.set(this.places);
      this.places = more;
    }
    this.places[this.count] = place;
    this.count += 1;
  }
}
