import type { Messages } from '../messages.js';

export const agenda = {
} as const satisfies Messages;
