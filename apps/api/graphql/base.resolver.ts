import { readFileSync } from 'node:fs';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Public } from './access.decorators.js';

@Resolver()
export class BaseResolver {
  private readonly version = versionIn(readFileSync('package.json', 'utf8'));

  @Query('serverVersion')
  @Public()
  serverVersion(): string {
    return this.version;
  }

  @Mutation('echo')
  @Public()
  echo(@Args('text') text: string): string {
    return text;
  }
}

function versionIn(packageFile: string): string {
  const { version } = JSON.parse(packageFile) as { version?: unknown };
  return typeof version === 'string' ? version : 'unknown';
}
