import type { TemplateText } from '../template/compiled-template.js';

/** For what the house has letters ready. */
export const READY_MADE = ['INVITATION', 'REMINDER', 'THANKS'] as const;
export type ReadyMadeKind = (typeof READY_MADE)[number];

/** The letters that the house has ready in one language. */
export type ReadyMade = Readonly<Record<ReadyMadeKind, TemplateText>>;
