import { Departure } from './departure.entity.js';
import { Visit } from './visit.entity.js';
import { VisitStop } from './visit-stop.entity.js';

export const visitsEntities = [Visit, VisitStop, Departure];
