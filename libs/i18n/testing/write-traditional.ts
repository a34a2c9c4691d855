import { writeFileSync } from 'node:fs';
import { traditionalSource } from './traditional.js';

// `npm run traditional` writes traditional Chinese anew, after a text in simplified Chinese was added or changed.
writeFileSync('libs/i18n/zh-Hant/traditional.gen.ts', traditionalSource());
