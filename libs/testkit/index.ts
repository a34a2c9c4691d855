export * from './fixed-clock.js';
export * from './throwaway-database.js';
export * from './start-mailbox.js';
