import { readFileSync } from 'node:fs';
import { Query, Resolver } from '@nestjs/graphql';
import { Public } from './access.decorators.js';

@Resolver()
export class BaseResolver {
  private readonly version = versionIn(readFileSync('package.json', 'utf8'));

  @Query('serverVersion')
  @Public()
  serverVersion(): string {
    return this.version;
  }
}

function versionIn(packageFile: string): string {
  const { version } = JSON.parse(packageFile) as { version?: unknown };
  return typeof version === 'string' ? version : 'unknown';
}
