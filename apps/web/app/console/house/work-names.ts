import { isMessageKey } from '#i18n';
import type { Texts } from '../../i18n/texts.js';
import type { graphql } from '../../api/graphql.js';
import type { Tone } from '../../registration/state-chip.js';

export type WorkState = ReturnType<typeof graphql.scalar<'WorkState'>>;
export const WORK_TONES: Readonly<Record<WorkState, Tone>> = { SET_ASIDE: 'bad', WAITING: 'wait', UNDER_WAY: 'plain', LATER: 'plain' };
export const WORK_STATES = Object.keys(WORK_TONES) as WorkState[];

/** What a piece of work does, in words; a fact tells other rooms something. */
export function workName({ t }: Texts, name: string): string {
  const key = `console.work.name.${name}`;
  return isMessageKey(key) ? t(key) : t('console.work.name.other', { name });
}

const LANES = ['letters', 'campaigns', 'work'] as const;

export function laneName({ t }: Texts, queue: string | null): string {
  return t(`console.house.lane.${LANES.find((one) => one === queue) ?? 'none'}`);
}
