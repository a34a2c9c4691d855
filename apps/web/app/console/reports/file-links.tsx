import { useTexts } from '../../i18n/use-texts.js';

export type ReportName = 'days' | 'countries' | 'categories' | 'states' | 'programme' | 'visits' | 'letters';

/** The numbers above as files. */
export function FileLinks({ conferenceId, report }: { readonly conferenceId: string; readonly report: ReportName }): React.ReactElement {
  const { t, locale } = useTexts();
  const file = (format: string): string => `/exports/reports?${new URLSearchParams({ conferenceId, report, format, locale }).toString()}`;
  return <p className="row files"><span className="quiet">{t('report.file')}</span> {['csv', 'xlsx'].map((format) => <a key={format} href={file(format)}>{format.toUpperCase()}<span className="hidden"> {t(`report.${report}`)}</span></a>)}</p>;
}
