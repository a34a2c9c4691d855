/** What a spreadsheet of a programme may say, column by column. */
export const programmeColumns = ['title', 'forum', 'room', 'date', 'start', 'end', 'time', 'minutes', 'speakers', 'moderator', 'description', 'kind', 'language', 'id'] as const;
export type ProgrammeColumn = (typeof programmeColumns)[number];

export interface FoundColumn {
  readonly column: ProgrammeColumn;
  /** From 0. */
  readonly index: number;
  readonly header: string;
  /** BCP 47, where the header says in which language its cells are. */
  readonly locale: string | undefined;
}

/** Columns that there may be one of for each language. */
const IN_LANGUAGES: ReadonlySet<ProgrammeColumn> = new Set(['title', 'forum', 'description']);

/** Words of headers, as they are after `plain`; what is longer is asked first, so that "session title" is no "session". */
const WORDS: Readonly<Record<ProgrammeColumn, readonly string[]>> = {
  title: ['title', 'session', 'sessiontitle', 'topic', 'subject', 'talk', 'agendaitem', 'item', 'activity', '标题', '题目', '议题', '演讲题目', '演讲主题', '环节', '议程', '内容', '活动', '活动名称', '日程'],
  forum: ['forum', 'track', 'stream', 'section', 'forumtitle', '论坛', '分论坛', '论坛名称', '专场', '板块', '平行论坛'],
  room: ['room', 'hall', 'venue', 'location', 'place', 'where', '会场', '地点', '会议室', '场地', '会议厅', '厅'],
  date: ['date', 'day', '日期', '日'],
  start: ['start', 'starts', 'from', 'begin', 'begins', 'startsat', 'starttime', 'begintime', '开始', '开始时间', '起始时间', '起'],
  end: ['end', 'ends', 'to', 'until', 'endsat', 'endtime', 'finish', '结束', '结束时间', '截止时间', '止'],
  time: ['time', 'when', 'schedule', '时间', '时段', '起止时间'],
  minutes: ['minutes', 'duration', 'durationmin', 'durationminutes', 'length', '时长', '时长分钟', '分钟'],
  speakers: ['speaker', 'speakers', 'presenter', 'presenters', 'speakernames', 'panelists', 'who', '演讲人', '演讲嘉宾', '嘉宾', '发言人', '发言嘉宾', '主讲人', '讲者', '报告人'],
  moderator: ['moderator', 'moderators', 'chair', 'host', '主持人', '主持'],
  description: ['description', 'abstract', 'summary', 'about', '简介', '摘要', '说明', '内容简介'],
  kind: ['type', 'kind', 'format', '类型', '形式'],
  language: ['language', 'lang', '语言'],
  id: ['id', 'guid', 'no', 'number', 'code', '编号', '序号', '代码'],
};
const BY_WORD = new Map(programmeColumns.flatMap((column) => WORDS[column].map((word) => [word, column] as const)));
const LANGUAGES: readonly (readonly [pattern: RegExp, locale: string])[] = [
  [/英文|英语|\benglish\b|\ben\b/u, 'en'], [/中文|汉语|\bchinese\b|\bzh(-hans|-cn)?\b|\bcn\b/u, 'zh-Hans'],
];

/** What the cells of a header line stand for, as far as it can be guessed; of columns for the same, the first counts. */
export function columnsIn(headers: readonly string[]): FoundColumn[] {
  const found: FoundColumn[] = [];
  for (const [index, header] of headers.entries()) {
    const { words, locale } = plain(header);
    const column = BY_WORD.get(words);
    if (column === undefined) continue;
    const isTold = found.some((one) => one.column === column && (!IN_LANGUAGES.has(column) || one.locale === locale));
    if (!isTold) found.push({ column, index, header: header.trim(), locale: IN_LANGUAGES.has(column) ? locale : undefined });
  }
  return found;
}

/** Whether a line can be the one of headers: it says what, and when. */
export function isHeaderLine(columns: readonly FoundColumn[]): boolean {
  const has = (column: ProgrammeColumn): boolean => columns.some((one) => one.column === column);
  return has('title') && (has('start') || has('time'));
}

/** A header without its language, blanks and marks: `Title (English) *` is `title` in English. */
function plain(header: string): { words: string; locale: string | undefined } {
  const lower = header.normalize('NFKC').toLowerCase();
  const language = LANGUAGES.find(([pattern]) => pattern.test(lower));
  const rest = language === undefined ? lower : lower.replace(language[0], '');
  return { words: rest.replace(/[^\p{L}]/gu, ''), locale: language?.[1] };
}
