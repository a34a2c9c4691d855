import { graphql } from '../../api/graphql.js';
import type { ResultOf } from '../../api/graphql.js';
import { useTexts } from '../../i18n/use-texts.js';
import { readablePhone } from '../../registration/phone.js';

export const Preview = graphql(`
  query ManifestPreview($id: ID!) {
    manifest(departureId: $id) {
      people stops { name arrivesAt leavesAt people }
      vehicles { vehicle { name plate seats } lines { number code registrationId state companionOf nativeName latinName nationality dietaryNeeds accessNeeds phone missing } }
    }
  }
`);

/** Who is to be aboard, vehicle by vehicle, and how many people each stop expects; a box to tick beside each name. */
export function ManifestPreview({ manifest, timeZone }: { readonly manifest: ResultOf<typeof Preview>['manifest']; readonly timeZone: string }): React.ReactElement {
  const { t, own, country, list, number, times } = useTexts();
  return (
    <section id="manifest" aria-label={t('manifest.title')}>
      {manifest.people === 0 && <p className="empty">{t('console.departures.no-bookings')}</p>}
      {manifest.vehicles.filter(({ lines }) => lines.length > 0).map(({ vehicle, lines }) => (
        <div key={vehicle?.name ?? ''} className="table broad stack" tabIndex={0} role="region" aria-label={vehicle?.name ?? t('manifest.vehicle')}>
          <table>
            {vehicle !== null && <caption>{vehicle.name}{vehicle.plate !== null && <span className="ltr"> {vehicle.plate}</span>} · {t('console.manifest.of-seats', { people: lines.length, seats: vehicle.seats })}</caption>}
            <thead><tr><th>{t('manifest.boarding')}</th><th>{t('manifest.native-name')}</th><th>{t('manifest.nationality')}</th><th>{t('manifest.dietary')}</th><th>{t('manifest.phone')}</th><th>{t('manifest.missing')}</th></tr></thead>
            <tbody>{lines.map((one) => (
              <tr key={one.number}>
                <td className="tight"><span aria-hidden="true">☐ </span>{number(one.number)}</td>
                <td><bdi>{one.nativeName ?? one.latinName ?? (one.companionOf === null ? one.code : t('manifest.nameless', { name: one.companionOf }))}</bdi>{one.nativeName !== null && one.latinName !== null && one.latinName !== one.nativeName && <div className="quiet ltr">{one.latinName}</div>}{one.companionOf !== null && one.latinName !== null && <div className="quiet">{t('manifest.companion-of', { name: one.companionOf })}</div>}{one.state === 'HELD' && <div className="quiet">{t('manifest.held')}</div>}</td>
                <td data-label={t('manifest.nationality')}>{one.nationality === null ? '' : country(one.nationality)}</td>
                <td data-label={t('manifest.dietary')}>{(one.dietaryNeeds ?? one.accessNeeds) !== null && <bdi>{[one.dietaryNeeds, one.accessNeeds].filter((need) => need !== null).join(' · ')}</bdi>}</td>
                <td className="tight" data-label={t('manifest.phone')}>{one.phone === null ? '' : <span className="ltr">{readablePhone(one.phone)}</span>}</td>
                <td data-label={t('manifest.missing')}>{one.missing.length > 0 && <span className="chip bad">{list(one.missing.map((need) => t(`console.visit.needs.${need}`)))}</span>}</td>
              </tr>
            ))}</tbody>
          </table>
        </div>
      ))}
      {manifest.stops.length > 0 && (
        <><h3>{t('manifest.stops')}</h3><ul className="bare runs">{manifest.stops.map((stop) => <li key={`${stop.arrivesAt} ${own(stop.name)}`}><span>{own(stop.name)} <span className="quiet">{times(stop.arrivesAt, stop.leavesAt, timeZone)}</span></span><strong>{number(stop.people)}</strong></li>)}</ul></>
      )}
    </section>
  );
}
