import type { Messages } from '../messages.js';

export const console = {
} as const satisfies Messages;
