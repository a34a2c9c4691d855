import type { Reaction } from '#platform';
import { agendaReactions } from './agenda/agenda.reactions.js';
import { campaignsReactions } from './campaigns/campaigns.reactions.js';
import { programmeReactions } from './programme/programme.reactions.js';
import { registrationReactions } from './registration/registration.reactions.js';
import { visitsReactions } from './visits/visits.reactions.js';

/** Who reacts to what: each line makes a job of a fact, `reaction(fact, job, (recorded) => payload)`. */
export const reactions: readonly Reaction[] = [...registrationReactions, ...programmeReactions, ...visitsReactions, ...agendaReactions, ...campaignsReactions];
