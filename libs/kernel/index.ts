export * from './clock.js';
export * from './ids.js';
export * from './localized-text.js';
export * from './localized-text-checks.js';
export * from './page.js';
export * from './refusal.js';
export * from './text.js';
export * from './wall-clock.js';
