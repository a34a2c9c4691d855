import type { ConferenceId, LocalizedText } from '#kernel';
import { rowsOf, UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';

/** How full one forum or departure is, in people. */
export interface FillFigure {
  readonly kind: 'FORUM' | 'DEPARTURE';
  readonly id: string;
  readonly title: LocalizedText;
  readonly startsAt: Date | null;
  readonly size: number | null;
  readonly taken: number;
  readonly waiting: number;
}

const FILL = `
  SELECT 'FORUM' AS kind, f.id, f.title, (SELECT min(starts_at) FROM session s WHERE s.forum_id = f.id AND s.removed_at IS NULL) AS "startsAt", p.size, p.taken, p.waiting
  FROM forum f JOIN pool p ON p.id = f.pool_id WHERE f.conference_id = $1 AND f.admission = 'SIGN_UP'
  UNION ALL
  SELECT 'DEPARTURE', d.id, v.title, d.starts_at, p.size, p.taken, p.waiting
  FROM departure d JOIN visit v ON v.id = d.visit_id JOIN pool p ON p.id = d.pool_id WHERE d.conference_id = $1 AND d.state <> 'CANCELLED'
  ORDER BY kind DESC, "startsAt" NULLS LAST, id`;

/** Reads how full a conference is. Forums, departures and pools belong to three rooms, so it is the app that sees them together. */
@Injectable()
export class FillFigures {
  constructor(private readonly work: UnitOfWork) {}

  of(conferenceId: ConferenceId): Promise<FillFigure[]> {
    return rowsOf(this.work.reader, FILL, [conferenceId]);
  }
}
