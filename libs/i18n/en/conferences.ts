import type { Messages } from '../messages.js';

export const conferences = {
} as const satisfies Messages;
