import { createContext } from 'react-router';
import type { Api } from './client.js';

/** Where loaders and actions find the api. */
export const apiContext = createContext<Api>();
