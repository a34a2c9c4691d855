import type { CategoryId, LocalizedText } from '#kernel';
import type { ListFilter } from '#registration';
import type { Attachable } from './template/mail-template.entity.js';
import type { TemplateTexts } from './template/compiled-template.js';

/** When letters leave. Times are instants (ISO 8601); `day` is a calendar date, on which each reader is written to at 09:00 where they live. */
export type Schedule =
  | { readonly kind: 'NOW' }
  | { readonly kind: 'AT'; readonly at: string }
  | { readonly kind: 'MORNING'; readonly day: string };

/** How fast: letters a minute in all and to one domain, the most of each first day, hours of rest by the conference's clock. */
export interface Pace {
  readonly perMinute: number | null;
  readonly domainPerMinute: number | null;
  readonly warmUp: readonly number[];
  readonly quiet: { readonly from: string; readonly until: string } | null;
}

/** The right that an invitation gives to each who is written to. */
export interface InvitationTerms {
  readonly categoryId: CategoryId | null;
  readonly places: number;
  readonly locked: boolean;
  /** ISO 8601. */
  readonly expiresAt: string | null;
  readonly sponsor: string | null;
}

/** All that staff decide of a campaign besides its template and audience. */
export interface CampaignPlan {
  /** Registrations of the conference, in place of an audience; absent in plans that were made before these could be chosen. */
  readonly registrations?: ListFilter | null;
  /** The name before our address; the conference's title where null. */
  readonly fromName: string | null;
  /** Where a person reads the replies. */
  readonly replyTo: string | null;
  /** By when an answer is asked for, ISO 8601. */
  readonly replyBy: string | null;
  readonly schedule: Schedule;
  readonly pace: Pace;
  /** Of campaigns that invite. */
  readonly invitation: InvitationTerms | null;
}

/** What letters say of the conference. */
export interface ConferenceFacts {
  readonly slug: string;
  readonly title: LocalizedText;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly city: LocalizedText;
  readonly country: string;
  readonly timeZone: string;
}

/** Template and conference as they were when a campaign was started: what is changed later changes no letter. */
export interface FrozenCampaign {
  readonly texts: TemplateTexts;
  readonly fallbacks: readonly string[];
  readonly attaches: readonly Attachable[];
  readonly conference: ConferenceFacts;
  /** Titles of the conference's categories. */
  readonly categories: Readonly<Record<CategoryId, LocalizedText>>;
}
