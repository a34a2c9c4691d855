export * from './config/settings.js';
export * from './database/connect.js';
export * from './database/embedded-database.js';
export * from './database/migrate.js';
export * from './database/unit-of-work.js';
export * from './jobs/declarations.js';
export * from './idempotency/once.js';
