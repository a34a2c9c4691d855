import type { CampaignId, ConferenceId } from '#kernel';
import { rowsOf, UnitOfWork } from '#platform';
import { liveStates } from '#registration';
import { Injectable } from '@nestjs/common';

/** By what the numbers of campaigns are told apart. */
export const FIGURES_BY = ['CAMPAIGN', 'COUNTRY', 'LANGUAGE', 'ORGANISATION'] as const;
export type FiguresBy = (typeof FIGURES_BY)[number];

/** How far those came who were written to. Each column counts persons, so that none is larger than the one before it but by who came without a letter. */
export interface CampaignFigure {
  /** The campaign's id, a country's code, a language's tag or an organisation's name; empty where it is not known. */
  readonly key: string;
  readonly recipients: number;
  /** Taken by the recipient's mail server and not come back. */
  readonly delivered: number;
  readonly bounced: number;
  readonly suppressed: number;
  readonly answered: number;
  readonly accepted: number;
  readonly declined: number;
  readonly registered: number;
  readonly confirmed: number;
}

const KEYS: Readonly<Record<FiguresBy, string>> = {
  CAMPAIGN: 'p.campaign_id::text', COUNTRY: "coalesce(p.country, '')", LANGUAGE: 'p.locale', ORGANISATION: "coalesce(p.organisation, '')",
};
const LIVE = liveStates.map((state) => `'${state}'`).join(', ');
/** Organisations without end are of no use in a table; the file has all of them. */
export const MOST_ROWS = 500;

/** Counts how far the recipients of campaigns came, by a statement over the ledger, invitations and registrations. */
@Injectable()
export class CampaignFigures {
  constructor(private readonly work: UnitOfWork) {}

  /** Of one campaign, or of all that invite, remind or tell of a conference where `campaignId` is absent; most recipients first. */
  async of(conferenceId: ConferenceId, by: FiguresBy, campaignId?: CampaignId, most = MOST_ROWS): Promise<readonly CampaignFigure[]> {
    return rowsOf<CampaignFigure>(this.work.reader, statement(by), [conferenceId, campaignId ?? null, most]);
  }
}

// In tables by anything but the campaign a person counts once, however many campaigns wrote to them.
function statement(by: FiguresBy): string {
  const once = by === 'CAMPAIGN' ? 'p.campaign_id, p.address_key' : 'p.address_key';
  return `
    WITH live AS MATERIALIZED (
      SELECT invitation_id, lower(email) AS email, state FROM registration WHERE conference_id = $1 AND state IN (${LIVE})),
    by_invitation AS MATERIALIZED (SELECT invitation_id, bool_or(state = 'CONFIRMED') AS confirmed FROM live WHERE invitation_id IS NOT NULL GROUP BY 1),
    by_email AS MATERIALIZED (SELECT email, bool_or(state = 'CONFIRMED') AS confirmed FROM live GROUP BY 1),
    person AS (
      SELECT ${once}, min(${KEYS[by]}) AS key, bool_or(m.state = 'SENT') AS delivered, bool_or(m.state = 'BOUNCED') AS bounced, bool_or(m.state = 'SUPPRESSED') AS suppressed,
        bool_or(i.answered_at IS NOT NULL) AS answered, bool_or(i.state IN ('ACCEPTED', 'SUBSTITUTED')) AS accepted, bool_or(i.state = 'DECLINED') AS declined,
        bool_or(v.invitation_id IS NOT NULL OR e.email IS NOT NULL) AS registered, bool_or(coalesce(v.confirmed, false) OR coalesce(e.confirmed, false)) AS confirmed
      FROM campaign_recipient p JOIN campaign c ON c.id = p.campaign_id AND NOT c.is_test
      LEFT JOIN message m ON m.id = p.message_id LEFT JOIN invitation i ON i.id = p.invitation_id
      LEFT JOIN by_invitation v ON v.invitation_id = p.invitation_id LEFT JOIN by_email e ON e.email = p.address_key
      WHERE p.conference_id = $1 AND ($2::uuid IS NULL OR p.campaign_id = $2) GROUP BY ${once})
    SELECT key, count(*)::int AS recipients, count(*) FILTER (WHERE delivered)::int AS delivered, count(*) FILTER (WHERE bounced)::int AS bounced,
      count(*) FILTER (WHERE suppressed)::int AS suppressed, count(*) FILTER (WHERE answered)::int AS answered, count(*) FILTER (WHERE accepted)::int AS accepted,
      count(*) FILTER (WHERE declined)::int AS declined, count(*) FILTER (WHERE registered)::int AS registered, count(*) FILTER (WHERE confirmed)::int AS confirmed
    FROM person GROUP BY key ORDER BY recipients DESC, key LIMIT $3`;
}
