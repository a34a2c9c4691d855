import type { Messages } from '../messages.js';

export const visits = {
} as const satisfies Messages;
