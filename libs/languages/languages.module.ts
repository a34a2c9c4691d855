import { allowPseudoLocale } from '#i18n';
import { IdentityModule } from '#identity';
import { SETTINGS } from '#platform';
import type { Settings } from '#platform';
import { Inject, Module } from '@nestjs/common';
import { FreshTexts } from './fresh-texts.js';
import { Languages } from './languages.js';
import { MendText } from './mend-text.js';

@Module({ imports: [IdentityModule], providers: [FreshTexts, Languages, MendText], exports: [FreshTexts, Languages, MendText] })
export class LanguagesModule {
  constructor(@Inject(SETTINGS) settings: Settings) {
    if (settings.PSEUDO_LOCALE === 'on') allowPseudoLocale();
  }
}
