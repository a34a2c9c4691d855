import { ConferencesModule } from '#conferences';
import { ContactsModule } from '#contacts';
import { IdentityModule } from '#identity';
import { InvitationsModule } from '#invitations';
import { MailModule } from '#mail';
import { MediaModule } from '#media';
import { PeopleModule } from '#people';
import { PlacesModule } from '#places';
import { Module } from '@nestjs/common';
import { AnswerCategoryOffer } from './answer-category-offer.js';
import { ApproveRegistrations } from './approve-registrations.js';
import { AttachedFiles } from './attached-files.js';
import { Attempts } from './attempts.js';
import { ConditionsDesk } from './conditions.js';
import { DecisionDesk } from './decision-desk.js';
import { DeclineRegistrations } from './decline-registrations.js';
import { DetailsDesk } from './details-desk.js';
import { DocumentErasure } from './document-erasure.js';
import { DocumentLooks } from './document-looks.js';
import { EditingDesk } from './editing-desk.js';
import { Enrolment } from './enrolment.js';
import { Entrants } from './entrants.js';
import { EntryDesk } from './entry-desk.js';
import { EntryRights } from './entry-rights.js';
import { EraseDocuments } from './erase-documents.js';
import { ExportLines } from './export-lines.js';
import { ExportRegistrations } from './export-registrations.js';
import { FollowAddress } from './follow-address.js';
import { FormUses } from './form-uses.js';
import { ManagedCounts } from './managed-counts.js';
import { OtherRegistrations } from './other-registrations.js';
import { PersonDesk } from './person-desk.js';
import { PrintConfirmation } from './print-confirmation.js';
import { RegisterDelegate } from './register-delegate.js';
import { RegistrationCounts } from './registration-counts.js';
import { Figures } from './registration-figures.js';
import { RegistrationGuards } from './registration-guards.js';
import { RegistrationLetters } from './registration-letters.js';
import { RegistrationList } from './registration-list.js';
import { RegistrationStore } from './registration.store.js';
import { Registrations } from './registrations.js';
import { RemindOfDraft } from './remind-of-draft.js';
import { ResendRegistrationLink } from './resend-registration-link.js';
import { RevealTravelDocument } from './reveal-travel-document.js';
import { Revision } from './revision.js';
import { CarryOnRun } from './runs/carry-on-run.js';
import { RunDeeds } from './runs/run-deeds.js';
import { RegistrationRuns } from './runs/runs.js';
import { StartRegistrationRun } from './runs/start-run.js';
import { StopRegistrationRun } from './runs/stop-run.js';
import { SearchIndex } from './search-index.js';
import { SharedEnrolment } from './shared-enrolment.js';
import { SharedEntry } from './shared-entry.js';
import { Sight } from './sight.js';
import { StartRegistration } from './start-registration.js';
import { Submission } from './submission.js';
import { SubmitRegistration } from './submit-registration.js';
import { TagRegistration } from './tags/tag-registration.js';
import { TakingBack } from './taking-back.js';
import { TieInvitation } from './tie-invitation.js';
import { TrigramShares } from './trigram-shares.js';
import { TwinAnswer } from './twin-answer.js';
import { UpdateRegistration } from './update-registration.js';
import { RegistrationViews } from './views/registration-views.js';
import { WithdrawRegistration } from './withdraw-registration.js';

const inner = [
  AttachedFiles, Attempts, ConditionsDesk, DecisionDesk, DetailsDesk, DocumentErasure, DocumentLooks, EditingDesk, Enrolment, Entrants, EntryDesk, EntryRights, ExportLines, ManagedCounts, OtherRegistrations, PersonDesk, RegistrationGuards, RegistrationLetters, RegistrationStore,
  Revision, RunDeeds, SharedEnrolment, SharedEntry, Sight, Submission, TakingBack, TrigramShares, TwinAnswer,
];
const verbs = [
  AnswerCategoryOffer, ApproveRegistrations, CarryOnRun, DeclineRegistrations, EraseDocuments, ExportRegistrations, FollowAddress, PrintConfirmation, RegisterDelegate, RemindOfDraft, ResendRegistrationLink, RevealTravelDocument, StartRegistration,
  StartRegistrationRun, StopRegistrationRun, SubmitRegistration, TagRegistration, TieInvitation, UpdateRegistration, WithdrawRegistration,
];
const doors = [Figures, FormUses, RegistrationCounts, RegistrationList, RegistrationRuns, Registrations, RegistrationViews, SearchIndex];

@Module({
  imports: [ConferencesModule, ContactsModule, IdentityModule, InvitationsModule, MailModule, MediaModule, PeopleModule, PlacesModule],
  providers: [...inner, ...verbs, ...doors],
  exports: [...verbs, ...doors],
})
export class RegistrationModule {}
