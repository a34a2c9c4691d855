import { Category } from './category.entity.js';
import { Conference } from './conference.entity.js';
import { FormVersion } from './form-version.entity.js';
import { Host } from './host.entity.js';
import { Series } from './series.entity.js';

export * from './categories.js';
export * from './category.entity.js';
export * from './category.rules.js';
export * from './conference.entity.js';
export * from './conference.status.js';
export * from './conferences.js';
export * from './facts.js';
export * from './form-version.entity.js';
export * from './form.js';
export * from './host.entity.js';
export * from './series.entity.js';
export * from './touch-conference.js';

export const conferenceEntities = [Series, Conference, Host, Category, FormVersion];
