import { Kind, parse, visit } from 'graphql';
import type { ASTNode } from 'graphql';
import { FORBIDDEN_WORDS, LAYERS, TEST_LIB } from './house.js';
import type { ModuleShape } from './module-shape.js';
import { violation } from './violation.js';
import type { Violation } from './violation.js';

/** `EntityManagers` -> entity, managers; `user-list` -> user, list. */
export function wordsOf(name: string): readonly string[] {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2').toLowerCase().split(/[^a-z]+/).filter(Boolean);
}

const forbiddenIn = (name: string): string | undefined => wordsOf(name).find((word) => FORBIDDEN_WORDS.has(word));

export function pathViolations(path: string): readonly Violation[] {
  const word = forbiddenIn(path);
  return word === undefined ? [] : [violation('words', path, `"${word}" is no word of this house`)];
}

export function exportViolations(path: string, shape: ModuleShape): readonly Violation[] {
  return shape.exports.flatMap(({ text, line }) => {
    const word = forbiddenIn(text);
    return word === undefined ? [] : [violation('words', path, `${text}: "${word}" is no word of this house`, line)];
  });
}

/** Types, fields, arguments and enum values of a schema file. */
export function schemaViolations(path: string, text: string): readonly Violation[] {
  const found: Violation[] = [];
  visit(parse(text), {
    enter(node: ASTNode) {
      if (!('name' in node) || node.name === undefined || node.kind === Kind.NAMED_TYPE || !node.kind.endsWith('Definition')) return;
      const word = forbiddenIn(node.name.value);
      if (word !== undefined) found.push(violation('words', path, `${node.name.value}: "${word}" is no word of this house`, node.loc?.startToken.line));
    },
  });
  return found;
}

/** Every folder of libs has its place in the order. */
export function folderViolations(paths: Iterable<string>): readonly Violation[] {
  const libs = new Set([...paths].filter((path) => path.startsWith('libs/')).map((path) => path.split('/')[1] ?? ''));
  return [...libs].filter((lib) => lib !== TEST_LIB && !Object.hasOwn(LAYERS, lib)).map((lib) => violation('layers', `libs/${lib}`, 'has no layer'));
}
