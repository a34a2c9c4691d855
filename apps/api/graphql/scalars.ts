import { hasForbiddenCharacters } from '#kernel';
import type { LocalizedText } from '#kernel';
import { GraphQLError, GraphQLScalarType, valueFromASTUntyped } from 'graphql';
import type { ValueNode } from 'graphql';

type Read<T> = (value: unknown) => T;

function scalar<T>(name: string, read: Read<T>, write: (value: unknown) => unknown = read): GraphQLScalarType {
  return new GraphQLScalarType({
    name,
    serialize: write,
    parseValue: read,
    parseLiteral: (node: ValueNode, variables) => read(valueFromASTUntyped(node, variables)),
  });
}

const wrong = (what: string): GraphQLError => new GraphQLError(what, { extensions: { code: 'input.malformed' } });

function text(value: unknown, what: string): string {
  if (typeof value !== 'string') throw wrong(`${what} is written as a string`);
  return value;
}

// RFC 3339; the offset may be any, what we answer is always UTC.
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

function readInstant(value: unknown): Date {
  const written = text(value, 'DateTime');
  const instant = new Date(written);
  if (!INSTANT.test(written) || Number.isNaN(instant.getTime()) || !isDay(written.slice(0, 10))) {
    throw wrong('DateTime is an instant such as 2026-06-01T01:30:00.000Z');
  }
  return instant;
}

function writeInstant(value: unknown): string {
  if (value instanceof Date) return value.toISOString();
  return readInstant(value).toISOString();
}

function isDay(written: string): boolean {
  const instant = new Date(`${written}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(written) && !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(written);
}

function readDay(value: unknown): string {
  const written = text(value, 'Date');
  if (!isDay(written)) throw wrong('Date is a day of the calendar such as 2026-06-01');
  return written;
}

function readWallClock(value: unknown): string {
  const written = text(value, 'LocalDateTime');
  const parts = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?$/.exec(written);
  if (parts?.[1] === undefined || !isDay(parts[1])) throw wrong('LocalDateTime is a wall-clock time without a zone such as 2026-06-01T09:30');
  return written;
}

const MOST_TAGS = 40;
const LONGEST_TEXT = 50_000;

function readLocalizedText(value: unknown): LocalizedText {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrong('LocalizedText is an object of BCP 47 tag to string');
  const entries = Object.entries(value);
  if (entries.length > MOST_TAGS) throw wrong(`LocalizedText has at most ${MOST_TAGS} languages`);
  return Object.fromEntries(entries.map(([tag, written]) => [canonicalTag(tag), cleanText(tag, written)]));
}

function canonicalTag(tag: string): string {
  try {
    const [canonical] = Intl.getCanonicalLocales(tag);
    if (canonical !== undefined) return canonical;
  } catch {
    // What Intl does not know is told below, in our words.
  }
  throw wrong(`LocalizedText: ${JSON.stringify(tag.slice(0, 40))} is no BCP 47 tag`);
}

function cleanText(tag: string, written: unknown): string {
  if (typeof written !== 'string') throw wrong(`LocalizedText: the text for ${tag} is written as a string`);
  const normal = written.normalize('NFC').replace(/\r\n?/g, '\n');
  if (hasForbiddenCharacters(normal.replaceAll('\n', ''))) throw wrong(`LocalizedText: the text for ${tag} holds control or direction-override characters`);
  if (normal.length > LONGEST_TEXT) throw wrong(`LocalizedText: the text for ${tag} is longer than ${LONGEST_TEXT} characters`);
  return normal;
}

const written = (value: unknown): unknown => value;

/** The scalars of base.graphql, each checked on the way in; DateTime leaves as UTC with milliseconds. */
export const scalars: Readonly<Record<string, GraphQLScalarType>> = {
  DateTime: scalar('DateTime', readInstant, writeInstant),
  Date: scalar('Date', readDay),
  LocalDateTime: scalar('LocalDateTime', readWallClock),
  LocalizedText: scalar('LocalizedText', readLocalizedText, written),
  Json: scalar('Json', written),
};
