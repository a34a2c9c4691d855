import { Categories } from '#conferences';
import type { Conference } from '#conferences';
import { parseEmail } from '#identity';
import { Clock, hasForbiddenCharacters, instantOf, isId, tidy } from '#kernel';
import type { AudienceId, CategoryId, FieldProblem, MailTemplateId } from '#kernel';
import type { ListFilter } from '#registration';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import type { EntityManager } from 'typeorm';
import { Audience } from './audience/audience.entity.js';
import type { CampaignPlan, InvitationTerms, Pace, Schedule } from './campaign-plan.js';
import { MailTemplate } from './template/mail-template.entity.js';
import { nameProblems } from './template/template-input.js';

type Given<T> = T | null | undefined;

/** A campaign as staff hand it in; wall-clock times are meant in the conference's zone. */
export interface CampaignInput {
  readonly name: string;
  readonly templateId: MailTemplateId;
  /** Whom it writes to: either an audience or registrations. */
  readonly audienceId?: Given<AudienceId>;
  readonly registrations?: Given<ListFilter>;
  readonly fromName?: Given<string>;
  readonly replyTo?: Given<string>;
  /** 2026-05-01T18:00 */
  readonly replyBy?: Given<string>;
  readonly schedule?: Given<{ readonly kind: Schedule['kind']; readonly at?: Given<string>; readonly day?: Given<string> }>;
  readonly pace?: Given<{
    readonly perMinute?: Given<number>; readonly domainPerMinute?: Given<number>; readonly warmUp?: Given<readonly number[]>;
    readonly quietFrom?: Given<string>; readonly quietUntil?: Given<string>;
  }>;
  /** The right that is given to each recipient; the usual one where absent. Of no meaning for templates that do not invite. */
  readonly invitation?: Given<{
    readonly categoryId?: Given<CategoryId>; readonly places?: Given<number>; readonly locked?: Given<boolean>; readonly expiresAt?: Given<string>; readonly sponsor?: Given<string>;
  }>;
}

export interface CheckedPlan {
  readonly template: MailTemplate;
  /** Null where it writes to registrations. */
  readonly audience: Audience | null;
  readonly plan: CampaignPlan;
}

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;
const MOST_A_MINUTE = 100_000;
const MOST_PLACES = 500;
/** Registrations, or values of a part of their filter, that are named one by one. */
const MOST_CHOSEN = 500;

/** Reads what staff decided of a campaign, or tells what is wrong with it, field by field. */
@Injectable()
export class PlanDesk {
  constructor(private readonly categories: Categories, private readonly clock: Clock) {}

  async read(em: EntityManager, conference: Conference, input: CampaignInput): Promise<CheckedPlan | readonly FieldProblem[]> {
    const problems: FieldProblem[] = [...nameProblems(input.name)];
    const template = isId(input.templateId) ? await em.findOneBy(MailTemplate, { id: input.templateId, conferenceId: conference.id, archivedAt: IsNull() }) : null;
    const audience = !isBlank(input.audienceId) && isId(input.audienceId) ? await em.findOneBy(Audience, { id: input.audienceId, conferenceId: conference.id, archivedAt: IsNull() }) : null;
    if (template === null) problems.push({ path: 'templateId', code: isBlank(input.templateId) ? 'required' : 'unknown' });
    const registrations = input.registrations ?? null;
    if (registrations !== null && !isBlank(input.audienceId)) problems.push({ path: 'audienceId', code: 'campaign.one-of-two' });
    if (registrations === null && audience === null) problems.push({ path: 'audienceId', code: isBlank(input.audienceId) ? 'required' : 'unknown' });
    if (Object.values(registrations ?? {}).some((part) => Array.isArray(part) && part.length > MOST_CHOSEN)) problems.push({ path: 'registrations', code: 'too-many', data: { max: MOST_CHOSEN } });
    const time = (path: string, text: Given<string>): string | null => {
      if (isBlank(text)) return null;
      const at = instantOf(text, conference.timeZone);
      if (!(at instanceof Date)) problems.push({ path, code: at });
      else if (at <= this.clock.now()) problems.push({ path, code: 'time.past' });
      else return at.toISOString();
      return null;
    };
    const line = (path: string, text: Given<string>): string | null => {
      if (isBlank(text)) return null;
      if (text.length > 120) problems.push({ path, code: 'too-long', data: { max: 120 } });
      if (hasForbiddenCharacters(text)) problems.push({ path, code: 'forbidden-characters' });
      return tidy(text);
    };
    const replyTo = isBlank(input.replyTo) ? null : parseEmail(input.replyTo);
    if (replyTo === undefined) problems.push({ path: 'replyTo', code: 'email.malformed' });
    const plan: CampaignPlan = {
      registrations, fromName: line('fromName', input.fromName), replyTo: replyTo ?? null, replyBy: time('replyBy', input.replyBy),
      schedule: scheduleOf(input, time, problems), pace: paceOf(input.pace, problems),
      invitation: template?.what === 'INVITATION' ? await this.terms(em, conference, input.invitation ?? {}, { time, line, problems }) : null,
    };
    return problems.length > 0 || template === null ? problems : { template, audience, plan };
  }

  private async terms(
    em: EntityManager, conference: Conference, input: NonNullable<CampaignInput['invitation']>,
    read: { time: (path: string, text: Given<string>) => string | null; line: (path: string, text: Given<string>) => string | null; problems: FieldProblem[] },
  ): Promise<InvitationTerms> {
    const { categoryId = null, places = 1 } = input;
    const category = categoryId === null ? null : isId(categoryId) ? await this.categories.byId(em, categoryId) : null;
    if (categoryId !== null && category?.conferenceId !== conference.id) read.problems.push({ path: 'invitation.categoryId', code: 'unknown' });
    if (!Number.isInteger(places ?? 1) || (places ?? 1) < 1 || (places ?? 1) > MOST_PLACES) read.problems.push({ path: 'invitation.places', code: 'number.out-of-range', data: { min: 1, max: MOST_PLACES } });
    return {
      categoryId, places: places ?? 1, locked: input.locked ?? true, expiresAt: read.time('invitation.expiresAt', input.expiresAt), sponsor: read.line('invitation.sponsor', input.sponsor),
    };
  }
}

function scheduleOf({ schedule }: CampaignInput, time: (path: string, text: Given<string>) => string | null, problems: FieldProblem[]): Schedule {
  const { kind, at, day } = schedule ?? { kind: 'NOW' as const };
  if (kind === 'AT') {
    if (isBlank(at)) problems.push({ path: 'schedule.at', code: 'required' });
    return { kind, at: time('schedule.at', at) ?? '' };
  }
  if (kind === 'MORNING') {
    if (isBlank(day)) problems.push({ path: 'schedule.day', code: 'required' });
    else if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || !(instantOf(`${day}T12:00`, 'UTC') instanceof Date)) problems.push({ path: 'schedule.day', code: 'time.malformed' });
    return { kind, day: day ?? '' };
  }
  return { kind: 'NOW' };
}

function paceOf(pace: CampaignInput['pace'], problems: FieldProblem[]): Pace {
  const number = (path: string, value: Given<number>): number | null => {
    if (value === null || value === undefined) return null;
    if (!Number.isInteger(value) || value < 1 || value > MOST_A_MINUTE) problems.push({ path: `pace.${path}`, code: 'number.out-of-range', data: { min: 1, max: MOST_A_MINUTE } });
    return value;
  };
  const warmUp = [...pace?.warmUp ?? []];
  if (warmUp.length > 60 || warmUp.some((most) => !Number.isInteger(most) || most < 1)) problems.push({ path: 'pace.warmUp', code: 'number.out-of-range', data: { min: 1, max: MOST_A_MINUTE } });
  const { quietFrom, quietUntil } = pace ?? {};
  const from = isBlank(quietFrom) ? null : quietFrom;
  const until = isBlank(quietUntil) ? null : quietUntil;
  if (from !== null && !CLOCK.test(from)) problems.push({ path: 'pace.quietFrom', code: 'time.malformed' });
  if (until !== null && !CLOCK.test(until)) problems.push({ path: 'pace.quietUntil', code: 'time.malformed' });
  if ((from === null) !== (until === null)) problems.push({ path: from === null ? 'pace.quietFrom' : 'pace.quietUntil', code: 'required' });
  return {
    perMinute: number('perMinute', pace?.perMinute), domainPerMinute: number('domainPerMinute', pace?.domainPerMinute), warmUp,
    quiet: from !== null && until !== null ? { from, until } : null,
  };
}

function isBlank(text: Given<string>): text is null | undefined | '' {
  return text === null || text === undefined || text.trim() === '';
}
