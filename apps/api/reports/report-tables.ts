import { Categories } from '#conferences';
import type { Conference } from '#conferences';
import type { Cell, Table } from '#documents';
import { countryName, formatInstant, isMessageKey, languageName, t } from '#i18n';
import type { MessageKey } from '#i18n';
import { textFor } from '#kernel';
import { MessageStore } from '#mail';
import { UnitOfWork } from '#platform';
import { Figures } from '#registration';
import { Injectable } from '@nestjs/common';
import { FillFigures } from './fill-figures.js';

export const REPORTS = ['days', 'countries', 'categories', 'states', 'programme', 'visits', 'letters'] as const;
export type ReportName = (typeof REPORTS)[number];

/** The numbers of the reports as tables for files: each row as the page shows it, in the reader's language. */
@Injectable()
export class ReportTables {
  constructor(private readonly figures: Figures, private readonly fill: FillFigures, private readonly letters: MessageStore, private readonly categories: Categories, private readonly work: UnitOfWork) {}

  async of(report: ReportName, conference: Conference, locale: string): Promise<Table> {
    const table = (columns: readonly MessageKey[], rows: readonly (readonly Cell[])[]): Table => ({
      name: t(locale, `report.${report}`), columns: columns.map((key, index) => ({ header: t(locale, key), width: index === 0 ? 40 : 16 })), rows,
    });
    switch (report) {
      case 'days': {
        const rows = await this.figures.byDay(conference.id, conference.timeZone);
        return table(['report.column.day', 'report.column.submitted', 'report.column.confirmed'], rows.map(({ day, submitted, confirmed }) => [day, submitted, confirmed]));
      }
      case 'countries': {
        const { byNationality } = await this.figures.of(conference.id);
        return table(['report.column.country', 'report.column.code', 'report.column.people'], byNationality.map(({ country, count }) => [countryName(locale, country), country, count]));
      }
      case 'categories': {
        const [{ byCategory }, categories] = await Promise.all([this.figures.of(conference.id), this.categories.ofConferences(this.work.reader, [conference.id])]);
        return table(['report.column.category', 'report.column.people'], categories.map(({ id, title }) => [textFor(title, locale), byCategory.find(({ categoryId }) => categoryId === id)?.count ?? 0]));
      }
      case 'states': {
        const { byState } = await this.figures.of(conference.id);
        return table(['report.column.state', 'report.column.registrations'], byState.map(({ state, count }) => [t(locale, `state.registration.${state}`), count]));
      }
      case 'programme':
      case 'visits': {
        const rows = (await this.fill.of(conference.id)).filter(({ kind }) => kind === (report === 'visits' ? 'DEPARTURE' : 'FORUM'));
        return table([report === 'visits' ? 'report.column.visit' : 'report.column.forum', 'report.column.starts', 'report.column.places', 'report.column.taken', 'report.column.waiting'],
          rows.map(({ title, startsAt, size, taken, waiting }) => [textFor(title, locale), startsAt === null ? null : formatInstant(locale, startsAt, conference.timeZone, 'short'), size, taken, waiting]));
      }
      case 'letters': {
        const rows = await this.letters.figures(conference.id);
        return table(['report.column.letter', 'report.column.language', 'report.column.state', 'report.column.letters'],
          rows.map(({ kind, locale: tag, state, count }) => [letterName(locale, kind), languageName(locale, tag), t(locale, `state.message.${state}`), count]));
      }
    }
  }
}

function letterName(locale: string, kind: string): string {
  const key = `console.letter.${kind}`;
  return isMessageKey(key) ? t(locale, key) : kind;
}
