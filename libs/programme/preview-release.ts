import { Injectable } from '@nestjs/common';
import type { Conference } from '#conferences';
import type { ForumId, RegistrationId } from '#kernel';
import { everyoneIn } from '#places';
import { Registrations } from '#registration';
import type { EntityManager } from 'typeorm';
import { ClashForecast } from './clash-forecast.js';
import { DraftDifferences } from './draft-differences.js';
import { isTimed, isTold } from './differences.js';
import type { DifferenceKind } from './differences.js';
import { DraftProgrammes } from './programmes.js';

/** Whom a release would write to, if it were made now. */
export interface ReleasePreview {
  readonly people: number;
  /** Of them, those whose agendas would clash. */
  readonly clashing: number;
  /** How many of them for which kind of change; someone may be counted under several. */
  readonly byReason: readonly { readonly reason: DifferenceKind; readonly people: number }[];
  readonly byLanguage: readonly { readonly locale: string; readonly people: number }[];
  /** A few of them. */
  readonly sample: readonly { readonly registrationId: RegistrationId; readonly name: string; readonly locale: string; readonly forumIds: readonly ForumId[] }[];
}

const SAMPLE = 10;

/** Foretells a release by reading alone. */
@Injectable()
export class PreviewRelease {
  constructor(
    private readonly differing: DraftDifferences, private readonly drafts: DraftProgrammes,
    private readonly forecast: ClashForecast, private readonly registrations: Registrations,
  ) {}

  async of(em: EntityManager, conference: Conference): Promise<ReleasePreview> {
    const changed = await this.differing.of(em, conference.id);
    const told = changed.filter(isTold);
    const kinds = Map.groupBy(told, ({ forumId }) => forumId);
    const forums = await this.drafts.forums(em, [...new Set(changed.filter(isTimed).map(({ forumId }) => forumId))]);
    const forumsOf = new Map<RegistrationId, ForumId[]>();
    for (const { id, poolId } of forums.filter((forum) => kinds.has(forum.id))) {
      for (const holder of await everyoneIn(em, poolId)) forumsOf.set(holder, [...forumsOf.get(holder) ?? [], id]);
    }
    const reasons = [...forumsOf.values()].flatMap((ids) => [...new Set(ids.flatMap((id) => (kinds.get(id) ?? []).flatMap((one) => one.kinds)))]);
    const clashing = new Set([...(await this.forecast.of(em, forums)).values()].flat());
    const registrations = await this.registrations.byIds(em, [...forumsOf.keys()]);
    return {
      people: forumsOf.size, clashing: clashing.size,
      byReason: counted(reasons).map(([reason, people]) => ({ reason, people })),
      byLanguage: counted(registrations.map(({ locale }) => locale)).map(([locale, people]) => ({ locale, people })),
      sample: await this.sample(em, registrations.slice(0, SAMPLE), forumsOf),
    };
  }

  private async sample(em: EntityManager, registrations: Awaited<ReturnType<Registrations['byIds']>>, forumsOf: ReadonlyMap<RegistrationId, readonly ForumId[]>): Promise<ReleasePreview['sample']> {
    const readers = await this.registrations.withLetterAddresses(em, registrations);
    return readers.map(({ registration: { id }, address: { name, locale } }) => ({ registrationId: id, name, locale, forumIds: forumsOf.get(id) ?? [] }));
  }
}

/** How often each is there, the most frequent first. */
function counted<Value extends string>(values: readonly Value[]): readonly (readonly [Value, number])[] {
  return [...Map.groupBy(values, (value) => value)].map(([value, all]) => [value, all.length] as const).sort((one, other) => other[1] - one[1] || one[0].localeCompare(other[0]));
}
