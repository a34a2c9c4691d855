import type { Texts } from '../../i18n/texts.js';

const COLUMNS = ['title', 'forum', 'room', 'date', 'start', 'end', 'speakers', 'moderator', 'kind', 'description'] as const;

interface SampleFor {
  /** Its first day, ISO 8601. */
  readonly startsOn: string;
  /** Names of its rooms; where there are none yet, the sample's rooms stay empty. */
  readonly rooms: readonly string[];
}

/**
 * A table as the import takes it, with the first day and the rooms of this conference, in the reader's language: CSV (RFC
 * 4180), with the mark by which spreadsheets know UTF-8.
 */
export function sampleTable({ t }: Pick<Texts, 't'>, { startsOn, rooms }: SampleFor): string {
  const [hall = '', other = hall] = rooms;
  const say = (name: 'opening' | 'plenary' | 'break' | 'ports' | 'trade' | 'panel'): string => t(`console.intake.sample.${name}`);
  const rows = [
    COLUMNS.map((column) => t(`console.intake.column.${column}`)),
    [say('opening'), say('plenary'), hall, startsOn, '09:00', '10:30', 'Amina Yusuf; Li Na', 'Zhou Min', '', ''],
    [say('break'), '', hall, '', '10:30', '11:00', '', '', 'break', ''],
    [say('ports'), say('trade'), other, '', '11:00', '12:15', 'Adaeze Okafor; Samir Haddad', '', '', ''],
    [say('panel'), '', other, '', '13:30', '15:00', '', '', '', ''],
  ];
  return `\uFEFF${rows.map((row) => row.map(quoted).join(',')).join('\r\n')}\r\n`;
}

function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
