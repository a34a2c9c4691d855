import type { Messages } from '../messages.js';

export const programme = {
} as const satisfies Messages;
