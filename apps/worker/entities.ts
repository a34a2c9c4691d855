import { campaignEntities } from '#campaigns';
import { conferenceEntities } from '#conferences';
import { contactEntities } from '#contacts';
import { identityEntities } from '#identity';
import { invitationEntities } from '#invitations';
import { languageEntities } from '#languages';
import { mailEntities } from '#mail';
import { mediaEntities } from '#media';
import { peopleEntities } from '#people';
import { placesEntities } from '#places';
import type { DatabaseOptions } from '#platform';
import { programmeEntities } from '#programme';
import { registrationEntities } from '#registration';
import { visitsEntities } from '#visits';

/** The entities of every lib whose handlers or sweeps run here. */
export const entities: DatabaseOptions['entities'] = [
  ...identityEntities, ...languageEntities, ...mailEntities, ...placesEntities, ...mediaEntities, ...peopleEntities, ...conferenceEntities, ...contactEntities, ...invitationEntities,
  ...registrationEntities, ...programmeEntities, ...visitsEntities, ...campaignEntities,
];
