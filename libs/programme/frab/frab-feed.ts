import { Inject, Injectable } from '@nestjs/common';
import type { Conference } from '#conferences';
import { SETTINGS } from '#platform';
import type { Settings } from '#platform';
import type { EntityManager } from 'typeorm';
import { Programmes } from '../programmes.js';
import { frabSchedule } from './frab-schedule.js';
import { frabXml } from './frab-xml.js';

/** The programme that readers see as schedule.xml or schedule.json, for the apps that read the frab format. */
@Injectable()
export class FrabFeed {
  constructor(private readonly programmes: Programmes, @Inject(SETTINGS) private readonly settings: Settings) {}

  async of(em: EntityManager, conference: Conference, locale: string, format: 'xml' | 'json'): Promise<string> {
    const [release] = await this.programmes.releasesOf(em, conference.id, 1);
    const programme = await this.programmes.whole(em, conference.id);
    const schedule = frabSchedule(conference, programme, { locale, version: String(release?.number ?? 0), publicUrl: this.settings.PUBLIC_URL });
    return format === 'xml' ? frabXml(schedule) : JSON.stringify({ schedule });
  }
}
