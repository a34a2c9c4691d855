import type { Messages } from '../messages.js';

export const documents = {
} as const satisfies Messages;
