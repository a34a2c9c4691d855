import { readFileSync } from 'node:fs';
import { Query, Resolver } from '@nestjs/graphql';
import { Public } from './access.decorators.js';

@Resolver()
export class BaseResolver {
  private readonly version = readVersion();

  @Query('serverVersion')
  @Public()
  serverVersion(): string {
    return this.version;
  }
}

/** The release, as the project's package.json has it. */
export function readVersion(): string {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version?: unknown };
  return typeof version === 'string' ? version : 'unknown';
}
