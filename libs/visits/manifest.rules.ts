/** Those of one booking: the delegate and whoever comes along. */
export interface Party<Line> {
  /** By which the list is sorted. */
  readonly sortName: string;
  readonly lines: readonly Line[];
}

export interface VehicleSeats {
  readonly name: string;
  readonly seats: number;
}

export interface Seated<Line, Vehicle extends VehicleSeats> {
  /** Null: for these there is no seat in the vehicles, or no vehicle is known yet. */
  readonly vehicle: Vehicle | null;
  readonly lines: readonly Line[];
}

/**
 * Who rides where: parties in the order of their names, each in the first vehicle that has room for all of it; only where
 * none has are they spread. The same bookings always give the same seats.
 */
export function seated<Line, Vehicle extends VehicleSeats>(parties: readonly Party<Line>[], vehicles: readonly Vehicle[]): readonly Seated<Line, Vehicle>[] {
  const sorted = parties.toSorted((one, other) => compare(one.sortName, other.sortName));
  if (vehicles.length === 0) return [{ vehicle: null, lines: sorted.flatMap(({ lines }) => lines) }];
  const aboard = vehicles.map((vehicle) => ({ vehicle, lines: [] as Line[] }));
  const roomIn = ({ vehicle, lines }: (typeof aboard)[number]): number => vehicle.seats - lines.length;
  const left: Line[] = [];
  const spread: Line[] = [];
  for (const { lines } of sorted) {
    const together = aboard.find((one) => roomIn(one) >= lines.length);
    if (together === undefined) spread.push(...lines);
    else together.lines.push(...lines);
  }
  for (const line of spread) (aboard.find((one) => roomIn(one) > 0)?.lines ?? left).push(line);
  return [...aboard, ...(left.length === 0 ? [] : [{ vehicle: null, lines: left }])];
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

/** When a stop is reached and left. */
export function stopTimes(startsAt: Date, stop: { readonly afterMinutes: number; readonly stayMinutes: number }): { readonly arrivesAt: Date; readonly leavesAt: Date } {
  const arrivesAt = new Date(startsAt.getTime() + stop.afterMinutes * 60_000);
  return { arrivesAt, leavesAt: new Date(arrivesAt.getTime() + stop.stayMinutes * 60_000) };
}
