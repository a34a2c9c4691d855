import { Module } from '@nestjs/common';
import { ConferencesModule } from '#conferences';
import { IdentityModule } from '#identity';
import { InvitationsModule } from '#invitations';
import { MailModule } from '#mail';
import { PeopleModule } from '#people';
import { PlacesModule } from '#places';
import { RegistrationModule } from '#registration';
import { ChooseForum } from './choose-forum.js';
import { AddSpeaker } from './add-speaker.js';
import { ClashForecast } from './clash-forecast.js';
import { CloneProgramme } from './clone-programme.js';
import { CloneSource } from './clone-source.js';
import { ConfirmSpeaker } from './confirm-speaker.js';
import { CreateEquipment } from './create-equipment.js';
import { CreateForum } from './create-forum.js';
import { CreateRoom } from './create-room.js';
import { CreateVenue } from './create-venue.js';
import { DraftDifferences } from './draft-differences.js';
import { ForumGuests } from './forum-guests.js';
import { ForumDesk } from './forum-desk.js';
import { ForumLetters } from './forum-letters.js';
import { ForumOffers } from './forum-offers.js';
import { ForumTimes } from './forum-times.js';
import { FrabFeed } from './frab/frab-feed.js';
import { ImportProgramme } from './import-programme.js';
import { InviteToForum } from './invite-to-forum.js';
import { LeaveForum } from './leave-forum.js';
import { MoveSession } from './move-session.js';
import { PreviewRelease } from './preview-release.js';
import { ProgrammeCalendar } from './programme-calendar.js';
import { ProgrammeChanges } from './programme-changes.js';
import { DraftProgrammes, Programmes } from './programmes.js';
import { Publication } from './publication.js';
import { ReadProgramme } from './read-programme.js';
import { ReleaseDesk } from './release-desk.js';
import { ReleaseNews } from './release-news.js';
import { ReleaseProgramme, RollBackProgramme } from './release-programme.js';
import { RemoveSession } from './remove-session.js';
import { ScheduleSession } from './schedule-session.js';
import { SessionAftermath } from './session-aftermath.js';
import { SessionRows } from './session-rows.js';
import { ShownRows } from './shown-rows.js';
import { Snapshots } from './snapshots.js';
import { SpeakerContacts } from './speaker-contacts.js';
import { SpeakerDesk } from './speaker-desk.js';
import { SpeakerRows } from './speaker-rows.js';
import { TakeIn } from './take-in.js';
import { TellChange } from './tell-change.js';
import { TellRelease } from './tell-release.js';
import { ToldChanges } from './told-changes.js';
import { UpdateForum } from './update-forum.js';

const doors = [
  Programmes, DraftProgrammes, DraftDifferences, ReadProgramme, PreviewRelease, ReleaseProgramme, RollBackProgramme, TellRelease, Publication, ProgrammeCalendar, TellChange, ForumOffers,
  CreateVenue, CreateRoom, CreateForum, UpdateForum, ScheduleSession, MoveSession, RemoveSession, InviteToForum,
  AddSpeaker, ConfirmSpeaker, SpeakerContacts, CreateEquipment, ImportProgramme, CloneProgramme, FrabFeed, ChooseForum, LeaveForum,
];

@Module({
  imports: [IdentityModule, ConferencesModule, PlacesModule, MailModule, InvitationsModule, PeopleModule, RegistrationModule],
  providers: [...doors, ClashForecast, CloneSource, ForumGuests, ReleaseDesk, TakeIn, ReleaseNews, ShownRows, Snapshots, ForumDesk, ForumLetters, ForumTimes, ProgrammeChanges, SessionAftermath, SessionRows, SpeakerDesk, SpeakerRows, ToldChanges],
  exports: doors,
})
export class ProgrammeModule {}
