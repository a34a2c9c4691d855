export * from './fixed-clock.js';
export * from './redis.js';
export * from './start-mailbox.js';
export * from './throwaway-database.js';
export * from './describe-where.js';
export * from './loose-guards.js';
export * from './chromium.js';
export * from './start-house.js';
