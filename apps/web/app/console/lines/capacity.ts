import type { Api } from '../../api/client.js';
import { graphql } from '../../api/graphql.js';
import type { ResultOf } from '../../api/graphql.js';
import { line } from '../../forms/problems.js';

const Set = graphql(`
  mutation SetCapacity($input: SetCapacityInput!) {
    result: setCapacity(input: $input) {
      __typename
      ... on CapacitySet { places { size taken } affected { id } }
      ... on BelowTaken { message taken affected { id code person { names { full } } } }
      ... on Refusal { message }
      ... on InvalidInput { problems { path message } }
    }
  }
`);

type SetResult = ResultOf<typeof Set>['result'];

/** Why the places are not as many as was asked; whom it would leave without one, in the order in which they came. */
export interface CapacityRefused {
  readonly message: string;
  readonly capacity: string;
  readonly reason: string;
  readonly taken: number | undefined;
  readonly affected: Extract<SetResult, { __typename: 'BelowTaken' }>['affected'];
}

/** Says how many places there are; nothing where it is so now. */
export async function setCapacity(form: FormData, { api, request, locale }: { readonly api: Api; readonly request: Request; readonly locale: string }): Promise<CapacityRefused | undefined> {
  const [capacity, reason] = [line(form, 'capacity'), line(form, 'reason')];
  const { result } = await api.ask(request, locale, Set, {
    input: { poolId: line(form, 'pool') ?? '', capacity: capacity === null ? null : Number(capacity), overbook: form.get('overbook') === 'yes', reason },
  });
  if (result.__typename === 'CapacitySet') return undefined;
  const message = result.__typename === 'InvalidInput' ? (result.problems[0]?.message ?? result.message) : result.message;
  return {
    message, capacity: capacity ?? '', reason: reason ?? '', taken: result.__typename === 'BelowTaken' ? result.taken : undefined,
    affected: result.__typename === 'BelowTaken' ? result.affected : [],
  };
}
