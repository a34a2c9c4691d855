import type { Messages } from '../messages.js';

export const registration = {
} as const satisfies Messages;
