/**
 * What a mail server may do to a letter, for tests of the sending side:
 * `refuse` ends the connection with 421 at the greeting; `temporary` (451) and `permanent` (550) answer the recipient;
 * the drops close the connection without an answer, before the body, in the middle of it, or after the letter was taken;
 * `slow` takes the letter and answers late.
 */
export type Fault =
  | { readonly kind: 'refuse' | 'temporary' | 'permanent' | 'drop-before-data' | 'drop-in-data' | 'drop-after-data' }
  | { readonly kind: 'slow'; readonly milliseconds: number };

/** Asked once for each letter (and once a connection, without a recipient); nothing means that all goes well. */
export type FaultPlan = (recipient: string | undefined) => Fault | undefined;

export const noFaults: FaultPlan = () => undefined;
