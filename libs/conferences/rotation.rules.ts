import type { FieldProblem } from '#kernel';

/**
 * The region whose turn it is: the one after the last edition's in the rotation, the first where nobody hosted yet, none
 * where there is no rotation. An edition that went elsewhere does not take anybody's turn: the one before it counts.
 * @param hostsSoFar host regions of the editions, newest first
 */
export function nextHostRegion(rotation: readonly string[], hostsSoFar: readonly string[]): string | null {
  const last = hostsSoFar.find((region) => rotation.includes(region));
  if (last === undefined) return rotation[0] ?? null;
  return rotation[(rotation.indexOf(last) + 1) % rotation.length] ?? null;
}

export interface HostRegion {
  readonly hostRegion: string;
  /** Null where the rotation was followed. */
  readonly hostOverrideReason: string | null;
}

/** Who hosts: whose turn it is, unless another is named with a reason, which readers of the list of editions will ask for. */
export function hostRegionFor(next: string | null, wanted: string | null, reason: string | null): HostRegion | readonly FieldProblem[] {
  const hostRegion = wanted ?? next;
  if (hostRegion === null) return [{ path: 'hostRegion', code: 'required' }];
  if (next === null || hostRegion === next) return { hostRegion, hostOverrideReason: null };
  return reason === null ? [{ path: 'hostOverrideReason', code: 'conference.override-unexplained', data: { next } }] : { hostRegion, hostOverrideReason: reason };
}
