import type { Conference } from '#conferences';
import type { LocalizedText, RegistrationId } from '#kernel';
import type { RevealedTravelDocument } from '#people';
import type { PlaceState } from '#places';
import type { DepartureLeg } from './departure-leg.entity.js';
import type { DepartureVehicle } from './departure-vehicle.entity.js';
import type { Departure } from './departure.entity.js';
import type { IdentityNeed, Visit } from './visit.entity.js';

/** One who is to be aboard. */
export interface ManifestLine {
  /** From 1, in the order of the list. */
  readonly number: number;
  readonly registrationId: RegistrationId;
  /** Of the registration. */
  readonly code: string;
  readonly state: PlaceState;
  /** Of a companion: with whom. */
  readonly companionOf: string | null;
  readonly nativeName: string | null;
  /** Null for a companion whom nobody has named yet. */
  readonly latinName: string | null;
  readonly nationality: string | null;
  /** In full; null where it was not asked for, is not needed, or was never given. */
  readonly document: RevealedTravelDocument | null;
  readonly dietaryNeeds: string | null;
  readonly accessNeeds: string | null;
  readonly phone: string | null;
  /** What the site needs and has not got. */
  readonly missing: readonly IdentityNeed[];
}

export interface ManifestVehicle {
  /** Null: no seat in the vehicles, or no vehicle is known yet. */
  readonly vehicle: DepartureVehicle | null;
  readonly lines: readonly ManifestLine[];
}

export interface ManifestStop {
  readonly name: LocalizedText;
  readonly arrivesAt: Date;
  readonly leavesAt: Date;
  readonly people: number;
}

/** Who is on a departure, in what they ride, and where they stop. */
export interface Manifest {
  readonly conference: Conference;
  readonly departure: Departure;
  readonly visit: Visit;
  readonly people: number;
  readonly vehicles: readonly ManifestVehicle[];
  readonly stops: readonly ManifestStop[];
  readonly legs: readonly DepartureLeg[];
  /** Whether documents are shown in full. */
  readonly withDocuments: boolean;
}
