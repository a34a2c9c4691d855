import { Companion } from './companion.entity.js';
import { DepartureLeg } from './departure-leg.entity.js';
import { DepartureNotice, DepartureTold } from './departure-notice.entity.js';
import { DepartureVehicle } from './departure-vehicle.entity.js';
import { Departure } from './departure.entity.js';
import { Visit } from './visit.entity.js';
import { VisitStop } from './visit-stop.entity.js';
import { Visitor } from './visitor.entity.js';

export const visitsEntities = [Visit, VisitStop, Departure, DepartureVehicle, DepartureLeg, DepartureNotice, DepartureTold, Visitor, Companion];
