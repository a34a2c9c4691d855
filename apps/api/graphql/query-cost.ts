import { PAGE_LIMIT } from '#kernel';
import { getNamedType, getNullableType, isCompositeType, isListType, isObjectType, isInterfaceType, Kind } from 'graphql';
import type { FieldNode, FragmentDefinitionNode, GraphQLNamedType, GraphQLSchema, SelectionSetNode } from 'graphql';

const ASSUMED_LIST = 10;

export interface CostQuestion {
  readonly schema: GraphQLSchema;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * How many objects an answer may hold: 1 for each object, times `first` within a connection and times 10 within another
 * list. Fragments are counted once and multiplied, so the reckoning itself is never longer than the query's text.
 */
export function costOf(question: CostQuestion, root: GraphQLNamedType, set: SelectionSetNode): number {
  return new Reckoning(question).ofSet(set, root);
}

class Reckoning {
  private readonly known = new Map<string, number>();

  constructor(private readonly question: CostQuestion) {}

  ofSet(set: SelectionSetNode, parent: GraphQLNamedType): number {
    let sum = 0;
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD) sum += this.ofField(selection, parent);
      else if (selection.kind === Kind.INLINE_FRAGMENT) sum += this.ofSet(selection.selectionSet, this.typeNamed(selection.typeCondition?.name.value) ?? parent);
      else sum += this.ofFragment(selection.name.value);
    }
    return sum;
  }

  private ofField(node: FieldNode, parent: GraphQLNamedType): number {
    if (node.selectionSet === undefined || !(isObjectType(parent) || isInterfaceType(parent))) return 0;
    const field = parent.getFields()[node.name.value];
    if (field === undefined) return 0;
    const type = getNamedType(field.type);
    if (!isCompositeType(type)) return 0;
    const first = field.args.some(({ name }) => name === 'first') ? this.firstOf(node, field.args.find(({ name }) => name === 'first')?.defaultValue) : undefined;
    const isPage = parent.name.endsWith('Connection');
    const times = first ?? (isListType(getNullableType(field.type)) && !isPage ? ASSUMED_LIST : 1);
    return times * (1 + this.ofSet(node.selectionSet, type));
  }

  private firstOf(node: FieldNode, otherwise: unknown): number {
    const argument = node.arguments?.find(({ name }) => name.value === 'first')?.value;
    const asked: unknown = argument === undefined ? otherwise
      : argument.kind === Kind.INT ? Number(argument.value)
      : argument.kind === Kind.VARIABLE ? this.question.variables[argument.name.value] ?? otherwise
      : otherwise;
    return typeof asked === 'number' ? Math.min(Math.max(asked, 1), PAGE_LIMIT) : ASSUMED_LIST;
  }

  private ofFragment(name: string): number {
    const known = this.known.get(name);
    if (known !== undefined) return known;
    this.known.set(name, 0);
    const fragment = this.question.fragments.get(name);
    const type = this.typeNamed(fragment?.typeCondition.name.value);
    const cost = fragment === undefined || type === undefined ? 0 : this.ofSet(fragment.selectionSet, type);
    this.known.set(name, cost);
    return cost;
  }

  private typeNamed(name: string | undefined): GraphQLNamedType | undefined {
    return name === undefined ? undefined : this.question.schema.getType(name);
  }
}
