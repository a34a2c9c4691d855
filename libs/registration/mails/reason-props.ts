import type { Block, LetterContext } from '#mail';
import { sampleProps } from './letter-props.js';
import type { RegistrationLetterProps } from './letter-props.js';

/** Of a decision that staff made, with the reason they gave. */
export interface ReasonLetterProps extends RegistrationLetterProps {
  readonly reason: string | null;
}

export const reasonSamples: readonly [ReasonLetterProps, ReasonLetterProps] = [
  { ...sampleProps, reason: 'All places of this category are for members of the association.' },
  { ...sampleProps, nativeName: null, reason: null },
];

export function reasonOf(props: ReasonLetterProps, context: LetterContext): readonly Block[] {
  return props.reason === null ? [] : [{ p: context.t('letter.registration.reason', { reason: props.reason }) }];
}
