import type { Messages } from '../messages.js';

export const mail = {
} as const satisfies Messages;
