import type { FormAnswer } from '../forms/problems.js';
import { useTexts } from '../i18n/use-texts.js';
import { badgeLines } from './badge-name.js';
import type { TypedNames } from './badge-name.js';
import type { DraftData } from './draft.js';

/** The badge as it stands: what was saved, or sent with a fault in it. Where scripts run it follows what is typed (badge.script.ts). */
export function Badge({ draft, answer }: { readonly draft: DraftData; readonly answer: FormAnswer | undefined }): React.ReactElement {
  const { t, own } = useTexts();
  const { names } = draft.person;
  const typed = (field: keyof TypedNames): string => (answer === undefined ? names[field] : answer.values[`names.${field}`]?.[0]) ?? '';
  const { name, latin } = badgeLines({ native: typed('native'), latinFamily: typed('latinFamily'), latinGiven: typed('latinGiven'), order: typed('order'), badge: typed('badge') });
  return (
    <figure className="badge" hidden={name === ''} data-badge>
      <figcaption>{t('web.names.badge-shown')}</figcaption>
      <div>
        <p className="quiet">{own(draft.conference.title)}</p>
        <p className="name" dir="auto">{name}</p>
        <p className="latin" dir="ltr">{latin}</p>
        <p>{draft.organisation !== null && <bdi>{draft.organisation}</bdi>}</p>
        <p className="quiet">{own(draft.category.title)}</p>
      </div>
    </figure>
  );
}
