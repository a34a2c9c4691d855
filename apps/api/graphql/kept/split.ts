import type { PoolKind } from '#places';
import {
  getArgumentValues, getDirectiveValues, getNamedType, getNullableType, getVariableValues, GraphQLIncludeDirective, GraphQLSkipDirective, isListType, isObjectType, Kind,
} from 'graphql';
import type { DocumentNode, FieldNode, FragmentDefinitionNode, GraphQLObjectType, GraphQLSchema, OperationDefinitionNode, SelectionNode, SelectionSetNode } from 'graphql';
import type { KeptFields } from './kept-fields.js';

/** Key of the id by which the elements of a list are known again; no query may ask for it. */
export const AT = '__at';

/** Where in an answer something is that is read anew: a field, or what lies within one. */
export interface Hole {
  readonly key: string;
  readonly within: readonly Hole[] | undefined;
  /** Strangers are told null without asking. */
  readonly ownOnly: boolean;
}

/** A query taken apart: what may be kept for all, and what is read for each who asks. */
export interface Split {
  readonly slug: string;
  /** Kinds of pools whose figures are in the kept part; sorted. */
  readonly pools: readonly PoolKind[];
  /** The whole query, with `__typename` in the place of what is read anew. */
  readonly kept: DocumentNode;
  /** What is read anew, with the fields that lead there; nothing where all is kept. */
  readonly rest: DocumentNode | undefined;
  readonly holes: readonly Hole[];
  /** Fields that lead to what is read anew, by their keys: `programme/forums`. */
  readonly leading: ReadonlySet<string>;
  /** Whether something is read anew even for strangers. */
  readonly restForStrangers: boolean;
}

// What is asked for under other addresses is refused anyway, and must not spoil the statement that others share.
const SLUG = /^[a-z0-9-]{1,200}$/;

interface Parts {
  readonly kept: SelectionNode[];
  readonly rest: SelectionNode[];
  readonly holes: Hole[];
}

/** Thrown within, where a query cannot be taken apart; it is then executed as any other. */
class Whole extends Error {}

type Values = Readonly<Record<string, unknown>>;

/** Takes a query apart, or gives nothing where there is nothing of it to be kept or its form is not plain. */
export function split(fields: KeptFields, schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode, variables: Values): Split | undefined {
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  const root = schema.getQueryType();
  if (coerced === undefined || root == null) return undefined;
  try {
    return new Splitter(fields, document, coerced).operation(operation, root);
  } catch (fault) {
    if (fault instanceof Whole) return undefined;
    throw fault;
  }
}

class Splitter {
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private readonly slugs = new Set<unknown>();
  private readonly pools = new Set<PoolKind>();
  private readonly leading = new Set<string>();

  constructor(private readonly fields: KeptFields, document: DocumentNode, private readonly variables: Values) {
    this.fragments = new Map(document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])));
  }

  operation(operation: OperationDefinitionNode, root: GraphQLObjectType): Split {
    const { kept, rest, holes } = this.set(operation.selectionSet, root, { path: '', isListed: false });
    const [slug, ...others] = this.slugs;
    if (typeof slug !== 'string' || !SLUG.test(slug) || others.length > 0) throw new Whole();
    const documentOf = (selections: readonly SelectionNode[]): DocumentNode => ({
      kind: Kind.DOCUMENT, definitions: [{ ...operation, selectionSet: { kind: Kind.SELECTION_SET, selections } }],
    });
    return {
      slug, holes, leading: this.leading, pools: [...this.pools].sort(), kept: documentOf(kept),
      rest: rest.length === 0 ? undefined : documentOf(rest), restForStrangers: asksForStrangers(holes),
    };
  }

  private set(set: SelectionSetNode, type: GraphQLObjectType, { path, isListed }: { readonly path: string; readonly isListed: boolean }): Parts {
    const parts: Parts = { kept: [], rest: [], holes: [] };
    const keys = new Set([AT]);
    for (const field of this.fieldsOf(set, type)) {
      const key = (field.alias ?? field.name).value;
      if (keys.has(key)) throw new Whole();
      keys.add(key);
      this.field(path === '' ? key : `${path}/${key}`, { ...field, directives: [] }, type, parts);
    }
    if (isListed && parts.holes.length > 0) {
      if (this.fields.ruleOf(type.name, 'id') === undefined) throw new Whole();
      for (const selections of [parts.kept, parts.rest]) selections.push(named('id', AT));
    }
    return parts;
  }

  private field(path: string, node: FieldNode, type: GraphQLObjectType, { kept, rest, holes }: Parts): void {
    const name = node.name.value;
    const key = (node.alias ?? node.name).value;
    if (name === '__typename') return void kept.push(node);
    const field = type.getFields()[name];
    const rule = this.fields.ruleOf(type.name, name);
    if (field === undefined || rule === undefined || rule.ownOnly === true) {
      kept.push(named('__typename', key));
      rest.push(node);
      holes.push({ key, within: undefined, ownOnly: rule?.ownOnly === true });
      return;
    }
    if (rule.conferenceBy !== undefined) this.slugs.add(getArgumentValues(field, node, this.variables)[rule.conferenceBy]);
    if (rule.pools !== undefined) this.pools.add(rule.pools);
    if (node.selectionSet === undefined) return void kept.push(node);
    const inner = getNamedType(field.type);
    if (!isObjectType(inner)) throw new Whole();
    const parts = this.set(node.selectionSet, inner, { path, isListed: isListType(getNullableType(field.type)) });
    const withSelections = (selections: readonly SelectionNode[]): FieldNode => ({ ...node, selectionSet: { kind: Kind.SELECTION_SET, selections } });
    kept.push(withSelections(parts.kept));
    if (parts.holes.length === 0) return;
    this.leading.add(path);
    rest.push(withSelections(parts.rest));
    holes.push({ key, within: parts.holes, ownOnly: false });
  }

  private *fieldsOf(set: SelectionSetNode, type: GraphQLObjectType): Generator<FieldNode> {
    for (const selection of set.selections) {
      if (!this.isIncluded(selection)) continue;
      if (selection.kind === Kind.FIELD) {
        yield selection;
        continue;
      }
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : this.fragments.get(selection.name.value);
      const condition = fragment?.typeCondition?.name.value;
      if (fragment === undefined || (condition !== undefined && condition !== type.name)) throw new Whole();
      yield* this.fieldsOf(fragment.selectionSet, type);
    }
  }

  private isIncluded(node: SelectionNode): boolean {
    return getDirectiveValues(GraphQLSkipDirective, node, this.variables)?.['if'] !== true
      && getDirectiveValues(GraphQLIncludeDirective, node, this.variables)?.['if'] !== false;
  }
}

function named(name: string, key: string): FieldNode {
  return { kind: Kind.FIELD, name: { kind: Kind.NAME, value: name }, alias: { kind: Kind.NAME, value: key } };
}

function asksForStrangers(holes: readonly Hole[]): boolean {
  return holes.some(({ within, ownOnly }) => (within === undefined ? !ownOnly : asksForStrangers(within)));
}
