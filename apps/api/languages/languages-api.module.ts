import { LanguagesModule } from '#languages';
import { Module } from '@nestjs/common';
import { LanguagesResolver } from './languages.resolver.js';
import { MendedTextsController } from './mended-texts.controller.js';

@Module({ imports: [LanguagesModule], controllers: [MendedTextsController], providers: [LanguagesResolver] })
export class LanguagesApiModule {}
