import { useTexts } from '../../i18n/use-texts.js';
import { ConferenceNav } from '../conference-nav.js';

const PARTS = ['all', 'import', 'lists', 'duplicates'] as const;
export type ContactsPart = (typeof PARTS)[number];

interface FrameProps {
  readonly locale: string;
  readonly slug: string;
  readonly title: string;
  readonly conferenceTitle: Readonly<Record<string, string>>;
  readonly part: ContactsPart;
  readonly children: React.ReactNode;
}

/** What stands around every page of the contacts. */
export function ContactsFrame({ locale, slug, title, conferenceTitle, part, children }: FrameProps): React.ReactElement {
  const { t, own } = useTexts();
  const base = contactsPath(locale, slug);
  return (
    <>
      <h1>{title}</h1>
      <p className="quiet">{own(conferenceTitle)}</p>
      <ConferenceNav locale={locale} slug={slug} here="contacts" />
      <nav aria-label={t('console.contacts.parts')} className="parts row">
        {PARTS.map((one) => <a key={one} href={one === 'all' ? base : `${base}/${one}`} aria-current={one === part ? 'page' : undefined}>{t(`console.contacts.part.${one}`)}</a>)}
      </nav>
      {children}
    </>
  );
}

export function contactsPath(locale: string, slug: string): string {
  return `/${locale}/console/conferences/${slug}/contacts`;
}

interface Named {
  readonly nativeName: string | null;
  readonly latinName: string | null;
  readonly address: string | null;
}

/** What a contact is called where one line must do. */
export function contactName({ nativeName, latinName, address }: Named): string {
  return nativeName ?? latinName ?? address ?? '—';
}

/** Both names of a contact, the native one first. */
export function ContactNames({ contact, href }: { readonly contact: Named; readonly href?: string }): React.ReactElement {
  const name = <bdi>{contactName(contact)}</bdi>;
  const isLatinShown = contact.nativeName !== null && contact.latinName !== null && contact.latinName !== contact.nativeName;
  return <>{href === undefined ? name : <a href={href}>{name}</a>}{isLatinShown && <div className="quiet ltr">{contact.latinName}</div>}</>;
}
