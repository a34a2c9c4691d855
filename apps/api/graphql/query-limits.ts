import { GraphQLError, Kind } from 'graphql';
import type { ASTVisitor, DocumentNode, FragmentDefinitionNode, SelectionSetNode, ValidationContext } from 'graphql';

/** Sizes of one request. The deepest page of our own is 9 deep; the longest has some 900 tokens. */
export const QUERY_LIMITS = { depth: 14, aliases: 30, tokens: 4_000, rootFields: 50, cost: 20_000 } as const;

function tooMuch(what: string, limit: number): GraphQLError {
  return new GraphQLError(`The query has more than ${limit} ${what}.`, { extensions: { code: 'limit.query', limit: what, most: limit } });
}

/** Refuses documents that are too deep, or repeat fields under too many names. Checked once for each text of a query. */
export function sizeRule(context: ValidationContext): ASTVisitor {
  let aliases = 0;
  const measure = new Depths(context.getDocument());
  return {
    Field(node) {
      if (node.alias !== undefined) aliases += 1;
      if (aliases === QUERY_LIMITS.aliases + 1) context.reportError(tooMuch('aliases', QUERY_LIMITS.aliases));
    },
    OperationDefinition(node) {
      if (measure.of(node.selectionSet) > QUERY_LIMITS.depth) context.reportError(tooMuch('levels', QUERY_LIMITS.depth));
      if (node.selectionSet.selections.length > QUERY_LIMITS.rootFields) context.reportError(tooMuch('operations', QUERY_LIMITS.rootFields));
    },
  };
}

/** Depth with fragments spread; each is measured once, so that fragments in fragments cost no more than their text. */
class Depths {
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private readonly known = new Map<string, number>();

  constructor(document: DocumentNode) {
    this.fragments = new Map(document.definitions.flatMap((node) => (node.kind === Kind.FRAGMENT_DEFINITION ? [[node.name.value, node]] : [])));
  }

  of(set: SelectionSetNode | undefined): number {
    let deepest = 0;
    for (const selection of set?.selections ?? []) {
      // The introspection query of tools is deep by nature, and bounded by graphql-js itself.
      if (selection.kind === Kind.FIELD) deepest = Math.max(deepest, selection.name.value.startsWith('__') ? 1 : 1 + this.of(selection.selectionSet));
      else if (selection.kind === Kind.INLINE_FRAGMENT) deepest = Math.max(deepest, this.of(selection.selectionSet));
      else deepest = Math.max(deepest, this.ofFragment(selection.name.value));
    }
    return deepest;
  }

  private ofFragment(name: string): number {
    const known = this.known.get(name);
    if (known !== undefined) return known;
    this.known.set(name, 0); // a fragment within itself is refused by another rule
    const depth = this.of(this.fragments.get(name)?.selectionSet);
    this.known.set(name, depth);
    return depth;
  }
}
