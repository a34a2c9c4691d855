import type { Messages } from '../messages.js';

export const web = {
} as const satisfies Messages;
