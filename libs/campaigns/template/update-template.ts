import { Conferences } from '#conferences';
import type { Actor } from '#identity';
import { Clock, invalid, isId, isRefusal, refuse } from '#kernel';
import type { MailTemplateId, Refusal } from '#kernel';
import { UnitOfWork } from '#platform';
import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { conferenceFor } from '../campaigns.policy.js';
import { MailTemplate } from './mail-template.entity.js';
import { templateColumns, templateProblems } from './template-input.js';
import type { TemplateInput } from './template-input.js';

const NAMED = 'SELECT 1 FROM mail_template WHERE conference_id = $1 AND name = $2 AND id <> $3 AND archived_at IS NULL';
const UPDATE = `
  UPDATE mail_template SET name = $3, what = $4, texts = $5, fallbacks = $6, attaches = $7, updated_at = $8, version = version + 1
  WHERE id = $1 AND version = $2 RETURNING id`;

/** Changes a template for the campaigns that will be started; those under way keep the words they were started with. */
@Injectable()
export class UpdateTemplate {
  constructor(private readonly work: UnitOfWork, private readonly conferences: Conferences, private readonly clock: Clock) {}

  async run(actor: Actor, input: TemplateInput & { readonly id: MailTemplateId; readonly version: number }): Promise<{ templateId: MailTemplateId } | Refusal> {
    const { id, version, ...template } = input;
    return this.work.run(async (tx) => {
      const known = isId(id) ? await tx.em.findOneBy(MailTemplate, { id, archivedAt: IsNull() }) : null;
      if (known === null) return refuse('template.unknown');
      const conference = await conferenceFor(this.conferences, tx.em, actor, known.conferenceId, 'campaigns.edit');
      if (isRefusal(conference)) return conference;
      const problems = templateProblems(template);
      if (problems.length > 0) return invalid([...problems]);
      const row = templateColumns(template);
      if ((await tx.query(NAMED, [conference.id, row.name, id])).length > 0) return invalid([{ path: 'name', code: 'name-taken' }]);
      const changed = await tx.query(UPDATE, [id, version, row.name, row.what, JSON.stringify(row.texts), row.fallbacks, row.attaches, this.clock.now()]);
      return changed.length === 0 ? refuse('template.changed-meanwhile') : { templateId: id };
    });
  }
}
