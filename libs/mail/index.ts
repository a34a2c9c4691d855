import { Message } from './message.entity.js';

export { MailModule } from './mail.module.js';
export { Letters } from './letters.js';
export type { LetterToWrite } from './letters.js';
export { allLetters, defineLetter, letterOf } from './letter.js';
export type { Attachment, Block, Letter, LetterContent, LetterContext, LetterDefinition } from './letter.js';
export { ForbiddenHeaderText } from './header-text.js';
export { deliverMessage } from './jobs.js';
export { Message } from './message.entity.js';
export { MESSAGE_STATES } from './message.status.js';
export type { MessageState } from './message.status.js';
export const mailEntities = [Message];
