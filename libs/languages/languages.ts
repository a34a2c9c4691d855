import { coverage, keysOf, shippedText, UNREVIEWED_LOCALES } from '#i18n';
import type { Locale, MessageKey } from '#i18n';
import { decodeCursor, pageOf, refuse } from '#kernel';
import type { Page, PageRequest, Refusal } from '#kernel';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { TextOverride } from './text-override.entity.js';

/** How far a language has come. */
export interface LanguageState {
  readonly locale: Locale;
  /** How many texts it is to have, and how many of them it says in its own words. */
  readonly wanted: number;
  readonly written: number;
  readonly mended: number;
  /** Whether someone whose language it is has read it through. */
  readonly isReviewed: boolean;
}

/** One text of a language beside the English one it says. */
export interface TextLine {
  readonly locale: Locale;
  readonly key: MessageKey;
  readonly english: string;
  readonly shipped: string | null;
  readonly mended: string | null;
  readonly mendedAt: Date | null;
}

export interface TextFilter {
  /** Words that the key or one of the texts holds. */
  readonly search: string | null;
  readonly only: 'ALL' | 'MISSING' | 'MENDED';
}

/** Reads what the house says: the shipped catalogues with what this installation mended. */
@Injectable()
export class Languages {
  async states(em: EntityManager): Promise<readonly LanguageState[]> {
    const counts = await em.createQueryBuilder(TextOverride, 'o').select('o.locale', 'locale').addSelect('count(*)::int', 'count').groupBy('o.locale').getRawMany<{ locale: string; count: number }>();
    return coverage().map(({ locale, wanted, missing }) => ({
      locale, wanted, written: wanted - missing.length, mended: counts.find((row) => row.locale === locale)?.count ?? 0, isReviewed: !UNREVIEWED_LOCALES.includes(locale),
    }));
  }

  /** The texts of a language in the order of their keys. */
  async page(em: EntityManager, locale: Locale, filter: TextFilter, request: PageRequest): Promise<Page<TextLine> | Refusal<'cursor.malformed'>> {
    const after = request.after === undefined ? '' : decodeCursor(request.after, 1)?.[0];
    if (typeof after !== 'string') return refuse('cursor.malformed');
    const lines = (await this.lines(em, locale, filter)).filter(({ key }) => key > after);
    return pageOf(lines.slice(0, request.first + 1), request, ({ key }) => [key]);
  }

  async count(em: EntityManager, locale: Locale, filter: TextFilter): Promise<number> {
    return (await this.lines(em, locale, filter)).length;
  }

  async line(em: EntityManager, locale: Locale, key: MessageKey): Promise<TextLine> {
    return lineOf(locale, key, await em.findOneBy(TextOverride, { locale, key }));
  }

  private async lines(em: EntityManager, locale: Locale, { search, only }: TextFilter): Promise<readonly TextLine[]> {
    const overrides = new Map((await em.findBy(TextOverride, { locale })).map((row) => [row.key, row]));
    const words = (search ?? '').toLowerCase().split(/\s+/).filter((word) => word !== '');
    return keysOf(locale).toSorted(byCodePoint).map((key) => lineOf(locale, key, overrides.get(key) ?? null)).filter((line) => {
      if (only === 'MENDED' && line.mended === null) return false;
      if (only === 'MISSING' && (line.shipped ?? line.mended) !== null) return false;
      const text = [line.key, line.english, line.shipped ?? '', line.mended ?? ''].join('\n').toLowerCase();
      return words.every((word) => text.includes(word));
    });
  }
}

function byCodePoint(one: string, other: string): number {
  return one < other ? -1 : 1;
}

function lineOf(locale: Locale, key: MessageKey, override: TextOverride | null): TextLine {
  return { locale, key, english: shippedText('en', key) ?? '', shipped: shippedText(locale, key) ?? null, mended: override?.text ?? null, mendedAt: override?.mendedAt ?? null };
}
