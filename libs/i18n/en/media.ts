import type { Messages } from '../messages.js';

export const media = {
} as const satisfies Messages;
