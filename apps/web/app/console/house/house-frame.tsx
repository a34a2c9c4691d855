import { useTexts } from '../../i18n/use-texts.js';
import { HouseNav } from '../house-nav.js';

const PARTS = ['health', 'settings'] as const;

/** What the pages of the installation share. */
export function HouseFrame({ locale, here, children }: { readonly locale: string; readonly here: (typeof PARTS)[number]; readonly children: React.ReactNode }): React.ReactElement {
  const { t } = useTexts();
  const base = `/${locale}/console/installation`;
  return (
    <>
      <h1>{t('console.house.title')}</h1>
      <HouseNav locale={locale} here="installation" />
      <nav aria-label={t('console.house.parts')}>
        <ul className="jumps parts">{PARTS.map((part) => <li key={part}><a href={part === 'health' ? base : `${base}/${part}`} aria-current={part === here ? 'page' : undefined}>{t(`console.house.part.${part}`)}</a></li>)}</ul>
      </nav>
      {children}
    </>
  );
}
