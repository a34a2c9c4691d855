import { answers } from './answers.js';
import { letters } from './letters.js';
import { myDay } from './my-day.js';
import { pages } from './pages.js';
import { rooms } from './rooms.js';
import type { Translation } from '../messages.js';

export const indonesian: Translation = { ...pages, ...rooms, ...letters, ...answers, ...myDay };
