import { Conferences } from '#conferences';
import type { Actor } from '#identity';
import { Clock, invalid, isRefusal, newId } from '#kernel';
import type { ConferenceId, MailTemplateId, Refusal } from '#kernel';
import { once, UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import { conferenceFor } from '../campaigns.policy.js';
import { templateColumns, templateProblems } from './template-input.js';
import type { TemplateInput } from './template-input.js';

const INSERT = `
  INSERT INTO mail_template (id, conference_id, name, what, texts, fallbacks, attaches, created_at, updated_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8)
  ON CONFLICT (conference_id, name) WHERE archived_at IS NULL DO NOTHING RETURNING id`;

/** Keeps a new template, of which every placeholder is known and every link leads somewhere. */
@Injectable()
export class CreateTemplate {
  constructor(private readonly work: UnitOfWork, private readonly conferences: Conferences, private readonly clock: Clock) {}

  async run(actor: Actor, input: TemplateInput & { readonly conferenceId: ConferenceId }, key?: string): Promise<{ templateId: MailTemplateId } | Refusal> {
    const { conferenceId, ...template } = input;
    return this.work.run((tx) => once(tx, { principal: actor.principal, operation: 'createTemplate', key, arguments: input }, async () => {
      const conference = await conferenceFor(this.conferences, tx.em, actor, conferenceId, 'campaigns.edit');
      if (isRefusal(conference)) return conference;
      const problems = templateProblems(template);
      if (problems.length > 0) return invalid([...problems]);
      const row = templateColumns(template);
      const written = await tx.query<{ id: MailTemplateId }>(INSERT, [newId<'MailTemplate'>(), conferenceId, row.name, row.what, JSON.stringify(row.texts), row.fallbacks, row.attaches, this.clock.now()]);
      return written[0] === undefined ? invalid([{ path: 'name', code: 'name-taken' }]) : { templateId: written[0].id };
    }));
  }
}
