/** How many places something of a list moves when it is let go of at a height; `middles` are those of all, top to bottom. Negative is up. */
export function placesTo(middles: readonly number[], from: number, pointed: number): number {
  if (from === -1) return 0;
  const above = middles.filter((middle, index) => index !== from && middle < pointed).length;
  return above - from;
}
