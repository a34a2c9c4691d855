import { AgendaModule } from '#agenda';
import { ConferencesModule } from '#conferences';
import { PlacesModule } from '#places';
import { RegistrationModule } from '#registration';
import { Module } from '@nestjs/common';
import { AgendaDaysResolver } from './agenda-days.resolver.js';
import { AgendaFeeds } from './agenda-feeds.controller.js';
import { AgendaLoaders } from './agenda.loaders.js';
import { AgendaResolver } from './agenda.resolver.js';
import { BusyItemsResolver, ClashesResolver } from './clash.resolver.js';
import { ClashesOverriddenResolver, HeldTogetherResolver } from './held-together.resolver.js';
import { OfferedPlaceResolver } from './offered-place.resolver.js';
import { OfferAnswersResolver } from './offers.resolver.js';
import { AgendaItemsResolver, OffersResolver } from './subjects.resolver.js';

@Module({
  imports: [AgendaModule, ConferencesModule, PlacesModule, RegistrationModule],
  controllers: [AgendaFeeds],
  providers: [
    AgendaLoaders, AgendaResolver, AgendaDaysResolver, OfferAnswersResolver, OfferedPlaceResolver, AgendaItemsResolver, OffersResolver, ClashesResolver, BusyItemsResolver,
    HeldTogetherResolver, ClashesOverriddenResolver,
  ],
})
export class AgendaApiModule {}
