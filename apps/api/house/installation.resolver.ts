import { denied, may } from '#identity';
import type { Actor } from '#identity';
import type { Refusal } from '#kernel';
import { allDeclaredJobs, OutboxDesk, OutboxHealth, pendingMigrations, rowsOf, SETTINGS, shownSettings, UnitOfWork } from '#platform';
import type { Settings, ShownSetting, WorkFigure as Figure, WorkerSeen } from '#platform';
import { Inject } from '@nestjs/common';
import { Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Allow } from '../graphql/access.decorators.js';
import { readVersion } from '../graphql/base.resolver.js';
import { CurrentActor } from '../graphql/request-context.js';
import type { QueueEngine } from '../graphql/schema.gen.js';

@Resolver('Installation')
export class InstallationResolver {
  constructor(@Inject(SETTINGS) private readonly settings: Settings, private readonly desk: OutboxDesk, private readonly health: OutboxHealth, private readonly work: UnitOfWork) {}

  @Query('installation')
  @Allow('house.run')
  installation(@CurrentActor() actor: Actor): object | Refusal {
    return may(actor, 'house.run', {}) ? {} : denied(actor);
  }

  @ResolveField('version')
  version(): string {
    return readVersion();
  }

  @ResolveField('settings')
  shown(): readonly ShownSetting[] {
    return shownSettings(this.settings);
  }

  @ResolveField('database')
  async database(): Promise<string> {
    const [row] = await rowsOf<{ server_version: string }>(this.work.reader, 'SHOW server_version');
    return `PostgreSQL ${row?.server_version.split(' ')[0] ?? ''}`;
  }

  @ResolveField('queueEngine')
  queueEngine(): QueueEngine {
    return this.settings.REDIS_URL === undefined ? 'POSTGRES' : 'REDIS';
  }

  @ResolveField('pendingMigrations')
  async pending(): Promise<number> {
    return (await pendingMigrations((sql) => rowsOf(this.work.reader, sql))).length;
  }

  @ResolveField('oldestWaitingSeconds')
  async oldest(): Promise<number> {
    return Math.round((await this.health.figures()).oldestWaitingSeconds);
  }

  @ResolveField('work')
  figures(): Promise<readonly Figure[]> {
    return this.desk.figures(this.work.reader);
  }

  @ResolveField('workers')
  workers(): Promise<readonly WorkerSeen[]> {
    return this.desk.workers(this.work.reader);
  }
}

@Resolver('WorkFigure')
export class WorkFigureResolver {
  @ResolveField('queue')
  queue(@Parent() { name }: Figure): string | null {
    return allDeclaredJobs().find((one) => one.name === name)?.queue ?? null;
  }
}
