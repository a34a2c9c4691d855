import { Module } from '@nestjs/common';
import { SweepHouse } from './sweep-house.js';

@Module({ providers: [SweepHouse] })
export class HousekeepingModule {}
