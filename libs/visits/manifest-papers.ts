import { Injectable } from '@nestjs/common';
import { printedSheet } from '#documents';
import type { Cell, PrintedCell, PrintedTable, Table } from '#documents';
import { formatInstant, formatList, formatRange, languageName, t } from '#i18n';
import type { MessageKey } from '#i18n';
import { textFor } from '#kernel';
import { Countries } from '#people';
import type { CountryTable } from '#people';
import type { Manifest, ManifestLine, ManifestVehicle } from './manifest.js';

interface Column {
  readonly key: MessageKey;
  /** Of the page's width; 0: as wide as its content. */
  readonly share: number;
  readonly width: number;
  readonly cell: (line: ManifestLine, words: Words) => string | null;
}

interface Words {
  readonly locale: string;
  readonly countries: CountryTable;
}

const COLUMNS: readonly Column[] = [
  { key: 'manifest.native-name', share: 3, width: 24, cell: (line) => line.nativeName },
  { key: 'manifest.latin-name', share: 4, width: 28, cell: (line, { locale }) => line.latinName ?? t(locale, 'manifest.nameless', { name: line.companionOf ?? '' }) },
  { key: 'manifest.nationality', share: 2, width: 18, cell: (line, { locale, countries }) => (line.nationality === null ? null : countries.name(line.nationality, locale)) },
  { key: 'manifest.document', share: 3, width: 22, cell: ({ document }) => (document === null ? null : `${document.issuedBy} ${document.number}`) },
  { key: 'manifest.dietary', share: 3, width: 24, cell: (line) => line.dietaryNeeds },
  { key: 'manifest.access', share: 3, width: 24, cell: (line) => line.accessNeeds },
  { key: 'manifest.phone', share: 0, width: 20, cell: (line) => line.phone },
  { key: 'manifest.code', share: 4, width: 30, cell: (line, { locale }) => remarks(line, locale) },
];

/** A manifest as files: a boarding list on paper, with boxes to tick, and a table. */
@Injectable()
export class ManifestPapers {
  constructor(private readonly countries: Countries) {}

  async pdf(manifest: Manifest, locale: string): Promise<Buffer> {
    const words = { locale, countries: await this.countries.table() };
    const { conference, departure, visit } = manifest;
    const at = (instant: Date): string => formatInstant(locale, instant, conference.timeZone);
    const languages = departure.guideLanguages.map((tag) => languageName(locale, tag));
    const facts = [
      [t(locale, 'manifest.departs'), at(departure.startsAt)], [t(locale, 'manifest.back'), at(departure.endsAt)],
      [t(locale, 'letter.visits.meeting-point'), textFor(departure.meetingPoint, locale)],
      [t(locale, 'manifest.guide'), [departure.guideName, languages.length === 0 ? null : formatList(locale, languages)].filter((part) => part !== null).join(' · ')],
      [t(locale, 'manifest.vehicle'), departure.vehicle ?? ''],
    ] as const;
    return printedSheet({
      title: `${t(locale, 'manifest.title')} · ${t(locale, 'manifest.people', { count: manifest.people })}`, subtitle: `${textFor(visit.title, locale)} · ${textFor(conference.title, locale)}`, locale,
      facts: facts.filter(([, value]) => value !== '').map(([label, value]) => ({ label, value })),
      tables: [...manifest.vehicles.map((vehicle) => boarding(vehicle, manifest, words)), ...route(manifest, locale), ...days(manifest, locale)],
      foot: t(locale, 'manifest.confidential'),
    });
  }

  async table(manifest: Manifest, locale: string): Promise<Table> {
    const words = { locale, countries: await this.countries.table() };
    const columns = shownColumns(manifest);
    const rows = manifest.vehicles.flatMap(({ vehicle, lines }) => lines.map((line): Cell[] => [line.number, vehicle?.name ?? null, ...columns.map((column) => column.cell(line, words)), null]));
    return {
      name: t(locale, 'manifest.title'),
      columns: [
        { header: t(locale, 'manifest.number'), width: 6 }, { header: t(locale, 'manifest.vehicle'), width: 16 },
        ...columns.map(({ key, width }) => ({ header: t(locale, key), width })), { header: t(locale, 'manifest.boarding'), width: 10 },
      ],
      rows,
    };
  }
}

/** A column of documents only where they are shown. */
function shownColumns({ withDocuments }: Manifest): readonly Column[] {
  return COLUMNS.filter(({ key }) => key !== 'manifest.document' || withDocuments);
}

function boarding({ vehicle, lines }: ManifestVehicle, manifest: Manifest, words: Words): PrintedTable {
  const { locale } = words;
  const columns = shownColumns(manifest);
  const people = t(locale, 'manifest.people', { count: lines.length });
  const named = vehicle === null ? null : `${vehicle.name}${vehicle.plate === null ? '' : ` · ${t(locale, 'manifest.plate', { plate: vehicle.plate })}`} · ${people}`;
  return {
    heading: named ?? (manifest.vehicles.length > 1 ? `${t(locale, 'manifest.no-seat')} · ${people}` : null),
    columns: [{ header: t(locale, 'manifest.boarding'), share: 0 }, { header: t(locale, 'manifest.number'), share: 0 }, ...columns.map(({ key, share }) => ({ header: t(locale, key), share }))],
    rows: lines.map((line): PrintedCell[] => [{ box: true }, String(line.number), ...columns.map((column) => column.cell(line, words))]),
  };
}

function route({ stops, conference }: Manifest, locale: string): PrintedTable[] {
  if (stops.length === 0) return [];
  return [{
    heading: t(locale, 'manifest.stops'),
    columns: [{ header: t(locale, 'letter.visits.when'), share: 3 }, { header: t(locale, 'manifest.stop'), share: 5 }, { header: t(locale, 'manifest.heads'), share: 1 }, { header: t(locale, 'manifest.boarding'), share: 0 }],
    rows: stops.map((stop): PrintedCell[] => [formatRange(locale, stop.arrivesAt, stop.leavesAt, conference.timeZone), textFor(stop.name, locale), String(stop.people), { box: true }]),
  }];
}

function days({ legs }: Manifest, locale: string): PrintedTable[] {
  if (legs.length === 0) return [];
  return [{
    heading: t(locale, 'manifest.legs'),
    columns: [{ header: t(locale, 'letter.visits.when'), share: 2 }, { header: '', share: 5 }, { header: t(locale, 'manifest.hotel'), share: 4 }],
    rows: legs.map((leg): PrintedCell[] => [leg.day, `${textFor(leg.fromPlace, locale)} → ${textFor(leg.toPlace, locale)}`, leg.hotel === null ? null : textFor(leg.hotel, locale)]),
  }];
}

/** The code, and what one at the door should know: with whom, only held, what is missing. */
function remarks(line: ManifestLine, locale: string): string {
  return [
    line.code,
    ...(line.companionOf === null || line.latinName === null ? [] : [t(locale, 'manifest.companion-of', { name: line.companionOf })]),
    ...(line.state === 'HELD' ? [t(locale, 'manifest.held')] : []),
    ...(line.missing.length === 0 ? [] : [`${t(locale, 'manifest.missing')}: ${formatList(locale, line.missing.map((need) => t(locale, `manifest.need.${need}`)))}`]),
  ].join(' · ');
}
