import { isLocale, localeName } from '#i18n';
import { denied, may } from '#identity';
import type { Actor } from '#identity';
import { isRefusal, refuse } from '#kernel';
import type { Refusal } from '#kernel';
import { Languages, MendText } from '#languages';
import type { TextFilter, TextLine } from '#languages';
import { UnitOfWork } from '#platform';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Allow, Public } from '../graphql/access.decorators.js';
import { connection, pageRequest } from '../graphql/connection.js';
import type { Connection } from '../graphql/connection.js';
import { CurrentActor } from '../graphql/request-context.js';
import type { Language, MendTextInput, QueryCatalogueTextsArgs, ResetTextInput } from '../graphql/schema.gen.js';

@Resolver()
export class LanguagesResolver {
  constructor(private readonly languages: Languages, private readonly mend: MendText, private readonly work: UnitOfWork) {}

  @Query('languages')
  @Public()
  async all(): Promise<readonly Language[]> {
    return (await this.languages.states(this.work.reader)).map((state) => ({ ...state, name: localeName(state.locale) }));
  }

  @Query('catalogueTexts')
  @Allow('texts.mend')
  async texts(@CurrentActor() actor: Actor, @Args() args: QueryCatalogueTextsArgs): Promise<Connection<TextLine> | Refusal> {
    const { locale } = args;
    if (!may(actor, 'texts.mend', {})) return denied(actor);
    if (!isLocale(locale)) return refuse('language.unknown');
    const filter: TextFilter = { search: args.search ?? null, only: args.only ?? 'ALL' };
    const page = await this.languages.page(this.work.reader, locale, filter, pageRequest(args));
    return isRefusal(page) ? page : connection(page, () => this.languages.count(this.work.reader, locale, filter), (line) => line);
  }

  @Mutation('mendText')
  @Allow('texts.mend')
  async mendText(@CurrentActor() actor: Actor, @Args('input') input: MendTextInput): Promise<TextLine | Refusal> {
    const place = await this.mend.run(actor, input);
    return isRefusal(place) ? place : this.languages.line(this.work.reader, place.locale, place.key);
  }

  @Mutation('resetText')
  @Allow('texts.mend')
  async resetText(@CurrentActor() actor: Actor, @Args('input') input: ResetTextInput): Promise<TextLine | Refusal> {
    const place = await this.mend.reset(actor, input);
    return isRefusal(place) ? place : this.languages.line(this.work.reader, place.locale, place.key);
  }
}
