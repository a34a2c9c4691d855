import { mailEntities } from '#mail';
import type { DatabaseOptions } from '#platform';

/** The entities of every lib whose handlers or sweeps run here: `...peopleEntities, ...registrationEntities`. */
export const entities: DatabaseOptions['entities'] = [...mailEntities];
