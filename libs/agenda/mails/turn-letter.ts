import { textFor } from '#kernel';
import type { LocalizedText } from '#kernel';
import type { Block, LetterContext } from '#mail';
import type { PoolKind } from '#places';

/** What letters about a turn in a line say. */
export interface TurnLetterProps {
  readonly name: string;
  readonly conference: { readonly slug: string; readonly title: LocalizedText };
  readonly registrationId: string;
  readonly kind: PoolKind;
  /** Of the category, forum or visit. */
  readonly title: LocalizedText;
  /** The turn, 1 being next; null where there is none any more. */
  readonly position: number | null;
}

export function turnWords({ kind, title, conference, position }: TurnLetterProps, { reader }: LetterContext): { [word: string]: string | number } {
  return { kind, title: textFor(title, reader), conference: textFor(conference.title, reader), position: position ?? 0 };
}

/** The button that leads to where the turn can be looked at. */
export function lookButton(label: string, { kind, registrationId, conference }: TurnLetterProps, { publicUrl, locale }: LetterContext): Block {
  const path = kind === 'CATEGORY' ? `registrations/${registrationId}` : `conferences/${conference.slug}/agenda`;
  return { button: { label, url: `${publicUrl}/${locale}/${path}` } };
}

/** Made-up props, for the check at boot that each letter can be written in every language. */
export const sampleTurn: TurnLetterProps = {
  name: 'Amina Yusuf',
  conference: { slug: 'sample', title: { 'en': 'Sample conference', 'zh-Hans': '示例会议' } },
  registrationId: '019b0000-0000-7000-8000-000000000003',
  kind: 'FORUM',
  title: { 'en': 'Digital trade', 'zh-Hans': '数字贸易' },
  position: 2,
};
