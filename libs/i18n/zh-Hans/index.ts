import type { MessageKey } from '../en/index.js';
import { house } from './house.js';
import { identity } from './identity.js';
import { conferences } from './conferences.js';
import { contacts } from './contacts.js';
import { people } from './people.js';
import { registration } from './registration.js';
import { programme } from './programme.js';
import { visits } from './visits.js';
import { agenda } from './agenda.js';
import { places } from './places.js';
import { mail } from './mail.js';
import { campaigns } from './campaigns.js';
import { consoleCampaigns } from './console-campaigns.js';
import { invitations } from './invitations.js';
import { consoleInvitations } from './console-invitations.js';
import { languages } from './languages.js';
import { media } from './media.js';
import { documents } from './documents.js';
import { web } from './web.js';
import { registering } from './registering.js';
import { console } from './console.js';
import { consoleIntake } from './console-intake.js';
import { consoleProgramme } from './console-programme.js';
import { consoleVisits } from './console-visits.js';
import { consoleConference } from './console-conference.js';
import { consoleLines } from './console-lines.js';
import { consoleRegistrations } from './console-registrations.js';
import { consoleContacts } from './console-contacts.js';
import { consoleHouse } from './console-house.js';
import { consoleAudit } from './console-audit.js';
import { reports } from './reports.js';
import { myDay } from './my-day.js';

/** Simplified Chinese, complete: a missing key does not compile. */
export const simplifiedChinese: Readonly<Record<MessageKey, string>> = {
  ...house, ...identity, ...conferences, ...contacts, ...people, ...invitations, ...registration, ...programme, ...visits, ...agenda, ...places, ...mail, ...campaigns,
  ...languages, ...media, ...documents, ...web, ...registering, ...console, ...consoleInvitations, ...consoleCampaigns, ...consoleIntake, ...consoleProgramme, ...consoleVisits, ...consoleLines, ...consoleConference, ...consoleRegistrations, ...consoleContacts, ...consoleHouse, ...consoleAudit, ...reports, ...myDay,
};
