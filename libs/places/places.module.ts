import { Module } from '@nestjs/common';
import { AnswerOffer } from './answer-offer.js';
import { ExpireOffers } from './expire-offers.js';
import { GiveBack } from './give-back.js';
import { Line } from './line.js';
import { PlacesGuards } from './places-guards.js';
import { Places } from './places.js';
import { Pools } from './pools.js';
import { Standings } from './standings.js';
import { SwapPlace } from './swap-place.js';
import { TakePlace } from './take-place.js';
import { TakeTogether } from './take-together.js';
import { TravelTimes } from './travel-times.js';
import { Waiters } from './waiters.js';

@Module({
  providers: [PlacesGuards, Line, TakePlace, GiveBack, AnswerOffer, SwapPlace, TakeTogether, Standings, Pools, Places, ExpireOffers, TravelTimes, Waiters],
  exports: [PlacesGuards, Pools, Places, TakeTogether, ExpireOffers, TravelTimes, Waiters],
})
export class PlacesModule {}
