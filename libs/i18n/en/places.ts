import type { Messages } from '../messages.js';

export const places = {
} as const satisfies Messages;
