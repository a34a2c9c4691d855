import { data } from 'react-router';

/** What an error page is told. It travels as the body of a thrown response: React Router shows nothing of other errors. */
export interface FaultShown {
  readonly faultId: string | undefined;
}

/** The api did not answer (503), or answered with a fault (502); the page says so with the fault's id for the desk to look up. */
export function serviceAway(status: 502 | 503, faultId?: string) {
  return data<FaultShown>({ faultId }, { status });
}

export function faultIdIn(body: unknown): string | undefined {
  return typeof body === 'object' && body !== null && 'faultId' in body && typeof body.faultId === 'string' ? body.faultId : undefined;
}
