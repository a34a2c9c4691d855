// Read by the api and, without a build, by schema.mjs: only imports of packages here.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Kind, parse, print, visit } from 'graphql';
import type { ASTNode, DocumentNode, InputValueDefinitionNode } from 'graphql';

/** Words of the arguments that mean the same everywhere, so that only the others need a sentence of their own. */
const STANDING_ARGUMENTS: Readonly<Record<string, string>> = {
  id: 'Which one.',
  input: 'What is asked for.',
  first: 'How many at most; above 200 counts as 200.',
  after: 'The endCursor of the page before; absent for the first page.',
  idempotencyKey: 'Chosen by the client: a repetition with the same key and arguments gets the first answer again, other arguments are refused with idempotency.conflict.',
  conferenceId: 'The conference.',
  conferenceSlug: 'The conference, by the slug in its address.',
  registrationId: 'The registration.',
  departureId: 'The departure.',
  filter: 'Which ones; all where absent.',
};

/** The schema as its contexts write it: every apps/api/<context>/*.graphql of the project, in the order of their names. */
export function readSdl(root: string = process.cwd()): string {
  const files = globSync('apps/api/*/*.graphql', { cwd: root }).sort();
  if (files.length === 0) throw new Error(`no apps/api/*/*.graphql below ${root}: start the api in the project's folder`);
  const whole = parse(files.map((file) => readFileSync(join(root, file), 'utf8')).join('\n'));
  return print(withStandingArguments(whole));
}

function withStandingArguments(document: DocumentNode): DocumentNode {
  const describe = (node: InputValueDefinitionNode): InputValueDefinitionNode => {
    const words = STANDING_ARGUMENTS[node.name.value];
    return node.description !== undefined || words === undefined ? node : { ...node, description: { kind: Kind.STRING, value: words } };
  };
  return visit(document, {
    FieldDefinition: (node) => ({ ...node, arguments: node.arguments?.map(describe) ?? [] }),
  });
}

/** Types, fields, arguments and enum values that lack a description, as `Type.field.argument`; the two roots need none. */
export function undescribed(sdl: string): readonly string[] {
  const missing: string[] = [];
  const path: string[] = [];
  visit(parse(sdl), {
    enter(node) {
      const name = nameOf(node);
      if (name === undefined) return;
      path.push(name);
      if (needsWords(node) && !('description' in node && node.description !== undefined)) missing.push(path.join('.'));
    },
    leave(node) { if (nameOf(node) !== undefined) path.pop(); },
  });
  return missing;
}

function nameOf(node: ASTNode): string | undefined {
  return (node.kind.endsWith('Definition') || node.kind.endsWith('Extension')) && 'name' in node && node.name !== undefined ? node.name.value : undefined;
}

function needsWords(node: ASTNode): boolean {
  return node.kind.endsWith('Definition') && !(node.kind === Kind.OBJECT_TYPE_DEFINITION && ['Query', 'Mutation'].includes(node.name.value));
}
