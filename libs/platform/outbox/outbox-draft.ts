import type { FactDeclaration, JobDeclaration } from '../jobs/declarations.js';

interface Line {
  readonly kind: 'job' | 'fact';
  readonly name: string;
  readonly payload: object;
  readonly dueAt: Date | undefined;
}

type Query = (sql: string, parameters: readonly unknown[]) => Promise<unknown[]>;


const INSERT = `
  INSERT INTO outbox (kind, name, payload, due_at)
  SELECT t.kind, t.name, t.payload, coalesce(t.due_at, now())
  FROM unnest($1::text[], $2::text[], $3::jsonb[], $4::timestamptz[]) WITH ORDINALITY AS t(kind, name, payload, due_at, n)
  ORDER BY t.n`;

/** What one transaction wants done, gathered while it runs and written as one statement just before it commits. */
export class OutboxDraft {
  private readonly lines: Line[] = [];

  addJob<P extends object>(job: JobDeclaration<P>, payload: P, dueAt: Date | undefined): void {
    this.lines.push({ kind: 'job', name: job.name, payload, dueAt });
  }

  addFact<P extends object>(fact: FactDeclaration<P>, payload: P): void {
    this.lines.push({ kind: 'fact', name: fact.name, payload, dueAt: undefined });
  }

  async write(query: Query): Promise<void> {
    if (this.lines.length === 0) return;
    await query(INSERT, [
      this.lines.map((line) => line.kind),
      this.lines.map((line) => line.name),
      this.lines.map((line) => JSON.stringify(line.payload)),
      this.lines.map((line) => line.dueAt ?? null),
    ]);
  }
}
