import { useTexts } from '../i18n/use-texts.js';

/** In which zone besides the venue's times are told; a form, since pages run no script that could ask the browser. */
export function ZoneChoice({ zone, registration }: { readonly zone: string | undefined; readonly registration: string | null }): React.ReactElement {
  const { t } = useTexts();
  return (
    <form method="get" className="filters">
      {registration !== null && <input type="hidden" name="registration" value={registration} />}
      <div className="field">
        <label htmlFor="zone">{t('day.zone')}</label>
        <select id="zone" name="zone" defaultValue={zone ?? ''}>
          <option value="">{t('day.zone-venue')}</option>
          {ZONES.map((one) => <option key={one} value={one}>{one.replaceAll('_', ' ')}</option>)}
        </select>
      </div>
      <button type="submit" className="second">{t('day.zone-go')}</button>
    </form>
  );
}

const ZONES = Intl.supportedValuesOf('timeZone').filter((zone) => zone.includes('/'));

/** A zone that this server can tell the time of. */
export function knownZone(zone: string | null): string | undefined {
  return zone !== null && ZONES.includes(zone) ? zone : undefined;
}
