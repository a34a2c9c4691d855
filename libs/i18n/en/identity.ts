import type { Messages } from '../messages.js';

export const identity = {
} as const satisfies Messages;
