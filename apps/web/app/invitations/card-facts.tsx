import { useTexts } from '../i18n/use-texts.js';

type Text = Record<string, string>;

/** What the card of an invitation says. */
export interface ShownCard {
  readonly maskedAddress: string;
  readonly delegationName: Text | null;
  readonly sponsor: string | null;
  readonly places: number;
  readonly used: number;
  readonly expiresAt: string | null;
  readonly conference: { readonly title: Text; readonly city: Text; readonly startsOn: string; readonly endsOn: string; readonly timeZone: string };
  readonly category: { readonly title: Text } | null;
  readonly forums: readonly { readonly title: Text }[];
  readonly visits: readonly { readonly title: Text }[];
}

/** To what somebody is invited, as far as the invitation itself says it. */
export function CardFacts({ invitation }: { readonly invitation: ShownCard }): React.ReactElement {
  const { t, own, days, moment, list } = useTexts();
  const { conference, category, delegationName, sponsor, places, used, expiresAt, forums, visits } = invitation;
  const included = [...forums, ...visits].map(({ title }) => own(title));
  return (
    <dl className="pairs">
      <dt>{t('invitation.when')}</dt><dd>{days(conference.startsOn, conference.endsOn)}, {own(conference.city)}</dd>
      {category !== null && <><dt>{t('invitation.category')}</dt><dd>{own(category.title)}</dd></>}
      {delegationName !== null && <><dt>{t('invitation.delegation')}</dt><dd>{own(delegationName)}</dd></>}
      {sponsor !== null && <><dt>{t('invitation.sponsor')}</dt><dd><bdi>{sponsor}</bdi></dd></>}
      {included.length > 0 && <><dt>{t('invitation.includes')}</dt><dd>{list(included)}</dd></>}
      {places > 1 && <><dt>{t('invitation.places')}</dt><dd>{t('invitation.places.free', { places, free: places - used })}</dd></>}
      {expiresAt !== null && <><dt>{t('invitation.until')}</dt><dd>{moment(expiresAt, conference.timeZone)}</dd></>}
      <dt>{t('invitation.address')}</dt><dd><bdi className="ltr">{invitation.maskedAddress}</bdi></dd>
    </dl>
  );
}
