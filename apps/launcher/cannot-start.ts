/** Why nothing was started, in one sentence for the person at the terminal. */
export class CannotStart extends Error {}

/** The code of a fault of the system (`EEXIST`, `ENOSPC`), or nothing. */
export function codeOf(fault: unknown): unknown {
  return typeof fault === 'object' && fault !== null && 'code' in fault ? fault.code : undefined;
}

/** The sentence for a fault met while starting. */
export function sentenceFor(fault: unknown): string {
  const code = codeOf(fault);
  const message = fault instanceof Error ? fault.message : String(fault);
  if (code === 'ENOSPC' || /no space left on device/i.test(message)) return 'The disk is full: free some space where DATA_DIR lies, then start again.';
  if (code === 'EACCES' || code === 'EPERM') return `This account may not write where it must (${message}): start as the account that owns DATA_DIR, or choose another DATA_DIR.`;
  return message;
}
