import { localizedTextProblems, tidy, tidyLocalized, tidyOptional } from '#kernel';
import type { ConferenceId, DepartureId, FieldProblem, LocalizedText } from '#kernel';
import type { DepartureLeg } from './departure-leg.entity.js';
import type { DepartureVehicle } from './departure-vehicle.entity.js';

export interface VehicleInput {
  readonly name: string;
  readonly plate?: string | null | undefined;
  readonly seats: number;
}

export interface LegInput {
  /** ISO 8601, by the conference's calendar. */
  readonly day: string;
  readonly fromPlace: LocalizedText;
  readonly toPlace: LocalizedText;
  readonly hotel?: LocalizedText | null | undefined;
  readonly notes?: LocalizedText | null | undefined;
}

interface Whose {
  readonly departureId: DepartureId;
  readonly conferenceId: ConferenceId;
}

const MOST_VEHICLES = 50;
const MOST_LEGS = 62;
const LONGEST_NAME = 60;
const LONGEST_PLATE = 20;

/** What is wrong with vehicles; where there are any, everybody must find a seat in them. */
export function vehicleProblems(vehicles: readonly VehicleInput[], capacity: number): FieldProblem[] {
  const seats = seatsIn(vehicles);
  return [
    ...(vehicles.length > MOST_VEHICLES ? [{ path: 'vehicles', code: 'too-many', data: { max: MOST_VEHICLES } }] : []),
    ...vehicles.flatMap(({ name, plate, seats: own }, index) => [
      ...textProblems(`vehicles.${index}.name`, name, LONGEST_NAME, true),
      ...textProblems(`vehicles.${index}.plate`, plate ?? '', LONGEST_PLATE, false),
      ...(own >= 1 ? [] : [{ path: `vehicles.${index}.seats`, code: 'too-small', data: { min: 1 } }]),
    ]),
    ...(vehicles.length > 0 && seats < capacity ? [{ path: 'vehicles', code: 'seats-too-few', data: { seats, capacity } }] : []),
  ];
}

/** What is wrong with the days of a tour: one after the other, each from somewhere to somewhere. */
export function legProblems(legs: readonly LegInput[]): FieldProblem[] {
  return [
    ...(legs.length > MOST_LEGS ? [{ path: 'legs', code: 'too-many', data: { max: MOST_LEGS } }] : []),
    ...legs.flatMap((leg, index) => [
      ...((legs[index - 1]?.day ?? '') > leg.day ? [{ path: `legs.${index}.day`, code: 'day.before-last' }] : []),
      ...localizedTextProblems(`legs.${index}.fromPlace`, leg.fromPlace, 'line', true),
      ...localizedTextProblems(`legs.${index}.toPlace`, leg.toPlace, 'line', true),
      ...localizedTextProblems(`legs.${index}.hotel`, leg.hotel, 'line'),
      ...localizedTextProblems(`legs.${index}.notes`, leg.notes, 'page'),
    ]),
  ];
}

/** Whether every day of a tour lies between leaving and being back. */
export function daysOutside(legs: readonly LegInput[], first: string, last: string): FieldProblem[] {
  return legs.flatMap(({ day }, index) => (day >= first && day <= last ? [] : [{ path: `legs.${index}.day`, code: 'day.outside-departure' }]));
}

export function seatsIn(vehicles: readonly Pick<VehicleInput, 'seats'>[]): number {
  return vehicles.reduce((sum, { seats }) => sum + seats, 0);
}

export function vehicleRows(vehicles: readonly VehicleInput[], whose: Whose): DepartureVehicle[] {
  return vehicles.map(({ name, plate, seats }, index) => ({ ...whose, position: index + 1, name: tidy(name), plate: tidy(plate ?? '') || null, seats }));
}

export function legRows(legs: readonly LegInput[], whose: Whose): DepartureLeg[] {
  return legs.map(({ day, fromPlace, toPlace, hotel, notes }, index) => ({
    ...whose, position: index + 1, day, fromPlace: tidyLocalized(fromPlace, 'line'), toPlace: tidyLocalized(toPlace, 'line'),
    hotel: tidyOptional(hotel, 'line'), notes: tidyOptional(notes, 'page'),
  }));
}

/** Vehicles in words, as letters and agendas say them: "Coach 1 (渝A·12345), Coach 2". */
export function vehiclesInWords(vehicles: readonly VehicleInput[]): string | null {
  const words = vehicles.map(({ name, plate }) => (tidy(plate ?? '') === '' ? tidy(name) : `${tidy(name)} (${tidy(plate ?? '')})`));
  return words.length === 0 ? null : words.join(', ').slice(0, 200);
}

function textProblems(path: string, text: string, max: number, required: boolean): FieldProblem[] {
  return [
    ...localizedTextProblems(path, { und: text }, 'line', required).map(({ code, ...rest }) => ({ ...rest, path, code })),
    ...(text.length > max ? [{ path, code: 'too-long', data: { max } }] : []),
  ];
}
