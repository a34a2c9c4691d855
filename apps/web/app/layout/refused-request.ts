import { createContext, data } from 'react-router';
import type { MiddlewareFunction } from 'react-router';

/** A request that the server before the pages did not take: too large, from another site's form, or a fault of its own. */
export interface RefusedRequest {
  readonly status: number;
  readonly isForeignForm?: boolean;
}

export const refusedContext = createContext<RefusedRequest | null>(null);

/** Shows a refused request as an error page of the address it went to, before any page is asked. */
export const showRefused: MiddlewareFunction<Response> = ({ context }, next) => {
  const refused = context.get(refusedContext);
  if (refused !== null) throw data(refused, { status: refused.status });
  return next();
};

export function isForeignFormIn(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'isForeignForm' in body && body.isForeignForm === true;
}
