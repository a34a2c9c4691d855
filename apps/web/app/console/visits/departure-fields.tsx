import { SelectField, TextField } from '../../forms/field.js';
import { line } from '../../forms/problems.js';
import type { FormAnswer } from '../../forms/problems.js';
import { useTexts } from '../../i18n/use-texts.js';
import { daysBetween, wallClock } from '../../i18n/wall-clock.js';
import { bothLanguages, LanguagesField } from '../languages-field.js';
import { tagsIn } from '../programme/scheduling.js';

type Text = Readonly<Record<string, string>>;

export interface DepartureValue {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly meetingPoint: Text;
  readonly site: string | null;
  readonly vehicle: string | null;
  readonly vehicles: readonly { readonly name: string; readonly plate: string | null; readonly seats: number }[];
  readonly guideName: string | null;
  readonly guideLanguages: readonly string[];
  readonly bookableFrom: string | null;
  readonly bookableUntil: string;
  readonly legs: readonly { readonly day: string; readonly fromPlace: Text; readonly toPlace: Text; readonly hotel: Text | null; readonly notes: Text | null }[];
}

interface DepartureFieldsProps {
  readonly departure?: DepartureValue;
  readonly conference: { readonly timeZone: string; readonly startsOn: string; readonly locales: readonly string[] };
  readonly venues: readonly { readonly id: string; readonly name: Text }[];
  readonly answer: FormAnswer | undefined;
}

const MORE_VEHICLES = 2;

/** When a departure leaves, from where, in what, with whom; of a tour, day by day. */
export function DepartureFields({ departure, conference: { timeZone, startsOn, locales }, venues, answer }: DepartureFieldsProps): React.ReactElement {
  const { t, own, zone } = useTexts();
  const clock = (instant: string | null | undefined): string | undefined => (instant == null ? undefined : wallClock(instant, timeZone));
  const morning = `${startsOn}T08:30`;
  const days = departure === undefined ? [] : daysBetween(wallClock(departure.startsAt, timeZone).slice(0, 10), wallClock(departure.endsAt, timeZone).slice(0, 10));
  const vehicles = departure?.vehicles ?? [];
  return (
    <>
      <div className="beside">
        <TextField name="startsAt" type="datetime-local" label={t('console.departures.leaves')} value={clock(departure?.startsAt) ?? morning} answer={answer} required ltr />
        <TextField name="endsAt" type="datetime-local" label={t('console.departures.back')} value={clock(departure?.endsAt) ?? morning} answer={answer} required ltr />
        <TextField name="bookableFrom" type="datetime-local" label={t('console.departures.from')} value={clock(departure?.bookableFrom)} answer={answer} ltr />
        <TextField name="bookableUntil" type="datetime-local" label={t('console.departures.until')} value={clock(departure?.bookableUntil)} answer={answer} ltr />
      </div>
      <p className="quiet">{zone(timeZone, departure?.startsAt ?? `${startsOn}T12:00:00Z`)}</p>
      <LanguagesField name="meetingPoint" label={t('console.departures.meeting-point')} value={departure?.meetingPoint} locales={locales} answer={answer} required />
      {venues.length > 0 && <SelectField name="site" label={t('console.departures.site')} hint={t('console.departures.site-hint')} none={t('console.departures.site-own')} value={departure?.site} choices={venues.map((venue) => ({ value: venue.id, label: own(venue.name) }))} answer={answer} />}
      <fieldset className="field" id="f-vehicles">
        <legend>{t('console.departures.vehicles')}</legend>
        <p className="hint">{t('console.departures.vehicles-hint')}</p>
        {Array.from({ length: vehicles.length + MORE_VEHICLES }, (_row, index) => (
          <div className="beside" key={index}>
            <TextField name={`vehicles.${index}.name`} label={t('console.departures.vehicle-name', { number: index + 1 })} value={vehicles[index]?.name} answer={answer} />
            <TextField name={`vehicles.${index}.plate`} label={t('console.departures.plate')} value={vehicles[index]?.plate} answer={answer} />
            <TextField name={`vehicles.${index}.seats`} type="number" label={t('console.departures.seats')} value={vehicles[index]?.seats.toString()} answer={answer} />
          </div>
        ))}
      </fieldset>
      <TextField name="vehicle" label={t('console.departures.vehicle-words')} hint={t('console.departures.vehicle-words-hint')} value={vehicles.length === 0 ? departure?.vehicle : undefined} answer={answer} />
      <div className="beside">
        <TextField name="guideName" label={t('console.departures.guide-name')} value={departure?.guideName} answer={answer} />
        <TextField name="guideLanguages" label={t('console.departures.guide')} hint={t('console.departures.guide-hint')} value={departure?.guideLanguages.join(', ')} answer={answer} ltr />
      </div>
      {days.length > 1 && (
        <fieldset className="field" id="f-legs">
          <legend>{t('console.departures.legs')}</legend>
          {days.map((day, index) => <Leg key={day} day={day} index={index} leg={departure?.legs.find((one) => one.day === day)} locales={locales} answer={answer} />)}
        </fieldset>
      )}
    </>
  );
}

interface LegProps {
  readonly day: string;
  readonly index: number;
  readonly leg: DepartureValue['legs'][number] | undefined;
  readonly locales: readonly string[];
  readonly answer: FormAnswer | undefined;
}

function Leg({ day, index, leg, locales, answer }: LegProps): React.ReactElement {
  const { t, days } = useTexts();
  return (
    <details open={answer?.problems.some(({ path }) => path.startsWith(`legs.${index}.`))}>
      <summary>{days(day)}</summary>
      <input type="hidden" name={`legs.${index}.day`} value={day} />
      {(['fromPlace', 'toPlace', 'hotel', 'notes'] as const).map((part) => <LanguagesField key={part} name={`legs.${index}.${part}`} label={t(`console.departures.leg.${part}`)} value={leg?.[part]} locales={locales} answer={answer} />)}
    </details>
  );
}

/** A departure as a form says it, for addDeparture and changeDeparture alike; rows without a name are none. */
export function departureIn(form: FormData) {
  const vehicles: { name: string; plate: string | null; seats: number }[] = [];
  for (let row = 0; form.has(`vehicles.${row}.name`); row += 1) {
    const name = line(form, `vehicles.${row}.name`);
    if (name !== null) vehicles.push({ name, plate: line(form, `vehicles.${row}.plate`), seats: Number(line(form, `vehicles.${row}.seats`) ?? 0) });
  }
  const legs = [];
  for (let row = 0; form.has(`legs.${row}.day`); row += 1) {
    const part = (name: string): Record<string, string> | null => bothLanguages(form, `legs.${row}.${name}`);
    const [fromPlace, toPlace] = [part('fromPlace'), part('toPlace')];
    if (fromPlace !== null || toPlace !== null) legs.push({ day: line(form, `legs.${row}.day`) ?? '', fromPlace: fromPlace ?? {}, toPlace: toPlace ?? {}, hotel: part('hotel'), notes: part('notes') });
  }
  return {
    startsAt: line(form, 'startsAt') ?? '', endsAt: line(form, 'endsAt') ?? '', bookableFrom: line(form, 'bookableFrom'), bookableUntil: line(form, 'bookableUntil'),
    meetingPoint: bothLanguages(form, 'meetingPoint') ?? {}, site: line(form, 'site'), vehicles, vehicle: vehicles.length === 0 ? line(form, 'vehicle') : null, guideName: line(form, 'guideName'), guideLanguages: tagsIn(line(form, 'guideLanguages')), legs,
  };
}
