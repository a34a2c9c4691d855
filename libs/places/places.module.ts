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

@Module({
  providers: [PlacesGuards, Line, TakePlace, GiveBack, AnswerOffer, SwapPlace, Standings, Pools, Places, ExpireOffers],
  exports: [PlacesGuards, Pools, Places, ExpireOffers],
})
export class PlacesModule {}
