import { Conferences } from '#conferences';
import { Audit, parseEmail } from '#identity';
import type { Actor } from '#identity';
import { Clock, invalid, isId, isRefusal, newId, refuse, textFor } from '#kernel';
import type { CampaignId, FieldProblem, MailTemplateId, Refusal } from '#kernel';
import { Mailings } from '#mail';
import { UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import type { CampaignPlan } from '../campaign-plan.js';
import { conferenceFor } from '../campaigns.policy.js';
import { Launch, mailingOf } from '../sending/launch.js';
import { MailTemplate } from './mail-template.entity.js';
import { SAMPLE_READER } from './worst-cases.js';

export interface TestInput {
  readonly templateId: MailTemplateId;
  /** At most five addresses. */
  readonly to: readonly string[];
  /** All of the template's where absent. */
  readonly locales?: readonly string[] | null | undefined;
}

const MOST = 5;
const PLAN: CampaignPlan = { fromName: null, replyTo: null, replyBy: null, schedule: { kind: 'NOW' }, pace: { perMinute: null, domainPerMinute: null, warmUp: [], quiet: null }, invitation: null };
const INSERT = `
  INSERT INTO campaign (id, conference_id, name, what, state, template_id, plan, frozen, recipients, is_test, created_at, started_at, starts_at)
  VALUES ($1, $2, $3, $4, 'RUNNING', $5, $6, $7, $8, true, $9, $9, $9)`;

/** Sends a template to colleagues, in each language, as it will look: over the same road as the campaign itself. It invites nobody. */
@Injectable()
export class SendTest {
  constructor(
    private readonly work: UnitOfWork, private readonly conferences: Conferences, private readonly launch: Launch, private readonly mailings: Mailings, private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async run(actor: Actor, input: TestInput): Promise<{ letters: number } | Refusal> {
    return this.work.run(async (tx) => {
      const template = isId(input.templateId) ? await tx.em.findOneBy(MailTemplate, { id: input.templateId }) : null;
      if (template === null) return refuse('template.unknown');
      const conference = await conferenceFor(this.conferences, tx.em, actor, template.conferenceId, 'campaigns.edit');
      if (isRefusal(conference)) return conference;
      const locales = input.locales ?? Object.keys(template.texts);
      const problems = problemsOf(input.to, locales, template);
      if (problems.length > 0) return invalid([...problems]);
      const id: CampaignId = newId();
      const frozen = await this.launch.freeze(tx.em, template, conference);
      const texts = Object.fromEntries(Object.entries(frozen.texts).map(([locale, text]) => [locale, { ...text, subject: `[Test] ${text.subject}` }]));
      const letters = [...new Set(input.to.flatMap((address) => parseEmail(address) ?? []))].flatMap((email) => locales.map((locale) => ({ email, locale })));
      await tx.query(INSERT, [id, conference.id, template.name, template.what, template.id, JSON.stringify(PLAN), JSON.stringify({ ...frozen, texts }), letters.length, this.clock.now()]);
      const mailing = mailingOf(id);
      await this.mailings.open(tx, {
        id: mailing, conferenceId: conference.id, kind: 'campaigns.test', fromName: textFor(conference.title, conference.locales[0] ?? 'en'), replyTo: actor.email ?? undefined,
        listId: conference.slug, zone: conference.timeZone,
      });
      await this.mailings.add(tx, mailing, letters.map(({ email, locale }) => ({
        key: `${email} ${locale}`, to: { email, name: '' }, locale, props: { ...SAMPLE_READER.props, address: email },
      })));
      await this.audit.write(tx, { actor, action: 'campaign.test-sent', subjectKind: 'template', subjectId: template.id, conferenceId: conference.id, data: { letters: letters.length } });
      return { letters: letters.length };
    });
  }
}

function problemsOf(to: readonly string[], locales: readonly string[], template: MailTemplate): readonly FieldProblem[] {
  const problems: FieldProblem[] = [];
  if (to.length === 0) problems.push({ path: 'to', code: 'required' });
  if (to.length > MOST) problems.push({ path: 'to', code: 'too-many', data: { max: MOST } });
  if (to.some((address) => parseEmail(address) === undefined)) problems.push({ path: 'to', code: 'email.malformed' });
  if (locales.some((locale) => !Object.hasOwn(template.texts, locale))) problems.push({ path: 'locales', code: 'locale-unknown' });
  return problems;
}
