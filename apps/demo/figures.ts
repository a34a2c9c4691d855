import type { GraphqlDoor } from './graphql-door.js';
import type { Edition } from './set-up.js';
import { withDatabase } from './with-database.js';

export interface PoolFigure {
  readonly kind: string;
  readonly subject: string;
  readonly size: number | null;
  /** What the pool's counters say. */
  readonly taken: number;
  readonly waiting: number;
  /** What the rows behind them say. */
  readonly placed: number;
  readonly offered: number;
  readonly inLine: number;
}

export interface LetterFigure {
  readonly kind: string;
  /** The reader's language. */
  readonly locale: string;
  readonly state: string;
  readonly count: number;
}

/** What the API says of the conference, and what the database holds of its places and letters. */
export interface Figures {
  readonly byState: readonly { readonly state: string; readonly count: number }[];
  readonly byNationality: readonly { readonly country: string; readonly count: number }[];
  readonly byCategory: readonly { readonly count: number; readonly category: { readonly id: string; readonly key: string } }[];
  readonly letters: readonly LetterFigure[];
  readonly signInLetters: readonly LetterFigure[];
  readonly pools: readonly PoolFigure[];
}

const API = `query($id: ID!) {
  registrationFigures(conferenceId: $id) { byState { state count } byNationality { country count } byCategory { count category { id key } } }
  messageFigures(conferenceId: $id) { kind locale state count }
}`;
const POOLS = `
  SELECT p.kind, p.subject_id AS subject, p.size, p.taken, p.waiting,
    (SELECT coalesce(sum(party), 0)::int FROM place WHERE pool_id = p.id) AS placed,
    (SELECT coalesce(sum(party), 0)::int FROM offer WHERE pool_id = p.id AND state = 'OPEN') AS offered,
    (SELECT coalesce(sum(party), 0)::int FROM waitlist_entry WHERE pool_id = p.id) AS "inLine"
  FROM pool p WHERE p.conference_id = $1 ORDER BY p.kind, p.subject_id`;
// Sign-in letters belong to no conference; the addresses of this run are its own.
const SIGN_IN_LETTERS = `
  SELECT kind, locale, state, count(*)::int AS count FROM message
  WHERE kind = 'identity.sign-in-link' AND to_address LIKE '%.' || $1 || '@example.org' GROUP BY kind, locale, state`;

export async function readFigures(door: GraphqlDoor, token: string, databaseUrl: string, edition: Edition, run: string): Promise<Figures> {
  const said = await door.ask<{ registrationFigures: Pick<Figures, 'byState' | 'byNationality' | 'byCategory'>; messageFigures: Figures['letters'] }>(API, { id: edition.conferenceId }, token);
  return withDatabase(databaseUrl, async (database) => ({
    ...said.registrationFigures,
    letters: said.messageFigures,
    signInLetters: (await database.query<LetterFigure>(SIGN_IN_LETTERS, [run])).rows,
    pools: (await database.query<PoolFigure>(POOLS, [edition.conferenceId])).rows,
  }));
}
