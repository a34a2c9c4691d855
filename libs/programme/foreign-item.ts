import type { LocalizedText } from '#kernel';
import type { NewSpeaker } from './speaker-input.js';

/** A session of somebody's file, whatever the format was. */
export interface ForeignItem {
  /** Where it stands in the file, as problems name it: `rows.12`. */
  readonly origin: string;
  /** By which it is found again; absent: it is new each time. */
  readonly guid: string | undefined;
  readonly room: string;
  /** Wall clock of the conference. */
  readonly startsAt: string;
  readonly endsAt: string;
  readonly title: LocalizedText;
  /** Its forum's title; null: it is part of the conference itself. */
  readonly track: LocalizedText | null;
  readonly isBreak: boolean;
  readonly description: LocalizedText | null;
  readonly speakers: readonly NewSpeaker[];
}

/** More sessions than any conference has; a file with more is a mistake. */
export const MOST_ITEMS = 5_000;
