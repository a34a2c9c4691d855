import { Injectable } from '@nestjs/common';
import { decodeCursor, isId, pageOf, refuse } from '#kernel';
import type { ConferenceId, MessageId, Page, PageRequest, Refusal, RegistrationId } from '#kernel';
import { UnitOfWork } from '#platform';
import type { SelectQueryBuilder } from 'typeorm';
import { Message } from './message.entity.js';
import type { MessageState } from './message.status.js';

export interface MessageFilter {
  readonly states?: readonly MessageState[] | undefined;
  readonly kinds?: readonly string[] | undefined;
  /** Part of the address, in any case. */
  readonly to?: string | undefined;
  readonly registrationId?: RegistrationId | undefined;
}

export interface MessageFigure {
  readonly kind: string;
  readonly locale: string;
  readonly state: MessageState;
  readonly count: number;
}

const FIGURES = `
  SELECT kind, locale, state, count(*)::integer AS count FROM message WHERE conference_id = $1
  GROUP BY kind, locale, state ORDER BY kind, locale, state`;

/** A letter as the one it went to may be told of it. */
export interface SentLetter {
  readonly id: MessageId;
  readonly registrationId: RegistrationId;
  readonly subject: string;
  readonly sentAt: Date;
}

const MOST_SHOWN = 50;
const SENT_ABOUT = `
  SELECT m.id, m.registration_id AS "registrationId", m.subject, m.sent_at AS "sentAt"
  FROM unnest($1::uuid[]) AS wanted (id)
  CROSS JOIN LATERAL (
    SELECT * FROM message WHERE registration_id = wanted.id AND state = 'SENT' AND subject IS NOT NULL AND sent_at IS NOT NULL
    ORDER BY sent_at DESC, id DESC LIMIT $2) AS m
  ORDER BY m.sent_at DESC, m.id DESC`;

/** The ledger as staff read it. */
@Injectable()
export class MessageStore {
  constructor(private readonly work: UnitOfWork) {}

  async byId(id: MessageId): Promise<Message | undefined> {
    return (await this.work.reader.findOneBy(Message, { id })) ?? undefined;
  }

  /** Letters of a conference, newest first, by keyset over their ids, which sort by time. */
  async page(conferenceId: ConferenceId, filter: MessageFilter, request: PageRequest): Promise<Page<Message> | Refusal<'cursor.malformed'>> {
    const query = this.matching(conferenceId, filter).orderBy('m.id', 'DESC').limit(request.first + 1);
    if (request.after !== undefined) {
      const [id] = decodeCursor(request.after, 1) ?? [];
      if (typeof id !== 'string' || !isId(id)) return refuse('cursor.malformed');
      query.andWhere('m.id < :after', { after: id });
    }
    return pageOf(await query.getMany(), request, (message) => [message.id]);
  }

  /** The letters about registrations that left, newest first; the newest of each, since a page shows them. */
  async sentAbout(registrationIds: readonly RegistrationId[]): Promise<readonly SentLetter[]> {
    return this.work.reader.query<SentLetter[]>(SENT_ABOUT, [registrationIds, MOST_SHOWN]);
  }

  async count(conferenceId: ConferenceId, filter: MessageFilter): Promise<number> {
    return this.matching(conferenceId, filter).getCount();
  }

  async figures(conferenceId: ConferenceId): Promise<readonly MessageFigure[]> {
    return this.work.reader.query<MessageFigure[]>(FIGURES, [conferenceId]);
  }

  private matching(conferenceId: ConferenceId, filter: MessageFilter): SelectQueryBuilder<Message> {
    const query = this.work.reader.createQueryBuilder(Message, 'm').where('m.conferenceId = :conferenceId', { conferenceId });
    if (filter.states !== undefined) query.andWhere('m.state = ANY(:states)', { states: filter.states });
    if (filter.kinds !== undefined) query.andWhere('m.kind = ANY(:kinds)', { kinds: filter.kinds });
    if (filter.registrationId !== undefined) query.andWhere('m.registrationId = :registrationId', { registrationId: filter.registrationId });
    if (filter.to !== undefined && filter.to !== '') query.andWhere('strpos(lower(m.toAddress), lower(:to)) > 0', { to: filter.to });
    return query;
  }
}
