import pg from 'pg';

type Answered = (fault: Error | null, result: pg.QueryResult) => void;
type Query = (text: unknown, values: unknown, callback?: Answered) => unknown;

/**
 * node-postgres' client, asked by a callback under a promise of ours. Its own promise ties each result to the one before, so
 * that all that was ever read outlives the young part of the heap, until the next full collection: an export kept 1 kB a row.
 */
export class PlainClient extends pg.Client {
  constructor(config?: pg.ClientConfig | string) {
    super(config);
    const query = super.query.bind(this) as Query;
    const asPromise: Query = (text, values, callback) => {
      if (callback !== undefined || typeof values === 'function' || isSubmittable(text)) return query(text, values, callback);
      return new Promise((resolve, reject) => {
        query(text, values, (fault, result) => { if (fault instanceof Error) reject(fault); else resolve(result); });
      });
    };
    this.query = asPromise as typeof this.query;
  }
}

/** A cursor or a stream, which is its own answer. */
function isSubmittable(text: unknown): boolean {
  return typeof text === 'object' && text !== null && 'submit' in text;
}
