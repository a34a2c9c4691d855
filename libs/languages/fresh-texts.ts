import { isLocale, isMessageKey, useMendedTexts } from '#i18n';
import type { MendedText } from '#i18n';
import { LOG, rowsOf, UnitOfWork } from '#platform';
import type { Log } from '#platform';
import { Inject, Injectable } from '@nestjs/common';
import type { OnApplicationShutdown, OnModuleInit } from '@nestjs/common';

/** How soon another process says what was mended in this one. */
const LOOK_EVERY_MS = 2_000;

/** The mended texts of the installation with the version they were read at. */
export interface TextsInUse {
  readonly version: number;
  readonly texts: readonly MendedText[];
}

/** Keeps the texts that this process speaks with as fresh as the database: read at boot, then whenever their version moved. */
@Injectable()
export class FreshTexts implements OnModuleInit, OnApplicationShutdown {
  private inUse: TextsInUse = { version: -1, texts: [] };
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly work: UnitOfWork, @Inject(LOG) private readonly log: Log) {}

  get now(): TextsInUse {
    return this.inUse;
  }

  async onModuleInit(): Promise<void> {
    await this.look();
    this.timer = setInterval(() => { void this.look(); }, LOOK_EVERY_MS).unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** A database that is away keeps what is known: a page in yesterday's words is better than none. */
  async look(): Promise<void> {
    try {
      const [row] = await rowsOf<{ version: number }>(this.work.reader, 'SELECT version FROM text_version');
      if (row !== undefined && row.version !== this.inUse.version) await this.readAt(row.version);
    } catch (fault) {
      this.log.debug('mended texts could not be read', { fault: String(fault) });
    }
  }

  // Read after its version: a change in between shows as a newer version at the next look.
  private async readAt(version: number): Promise<void> {
    const rows = await rowsOf<{ locale: string; key: string; text: string }>(this.work.reader, 'SELECT locale, key, text FROM text_override');
    const texts = rows.flatMap(({ locale, key, text }): MendedText[] => (isLocale(locale) && isMessageKey(key) ? [{ locale, key, text }] : []));
    this.inUse = { version, texts };
    useMendedTexts(texts);
  }
}
