import type { Messages } from '../messages.js';

export const people = {
} as const satisfies Messages;
