/** What a load client is to send, and how it tells answers apart. */
export interface LoadPlan {
  readonly ports: readonly number[];
  readonly connections: number;
  /** Ends after so many seconds, or where `repeat` is off, when all was answered. */
  readonly seconds: number;
  /** Bodies to be posted to /graphql, each once, or over and over with `repeat`. */
  readonly bodies: readonly string[];
  readonly bearers: readonly string[];
  readonly repeat: boolean;
  readonly path?: string;
  readonly acceptEncoding?: string;
  /** Texts by which an answer is known; the first that its beginning contains counts. */
  readonly marks: readonly string[];
}

export interface LoadResult {
  readonly seconds: number;
  readonly answered: number;
  /** Answers a second. */
  readonly rate: number;
  readonly byMark: Readonly<Record<string, number>>;
  /** Beginnings of answers that bear no mark. */
  readonly strange: readonly string[];
  readonly p50: number;
  readonly p99: number;
  readonly bytes: number;
  /** Connections that broke with a request under way, which was then sent again. */
  readonly lost: number;
  /** For each body the number of its mark, counted from 1; 0 where it was not answered. */
  readonly outcomes: Uint8Array;
}
