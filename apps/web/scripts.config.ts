import { defineConfig } from 'vite';
import { SCRIPTS } from './app/layout/scripts';

/** The few scripts of pages, each by itself, beside what React Router builds; the site reads their addresses from the manifest. */
export default defineConfig({
  resolve: { conditions: ['source', 'module', 'browser', 'production'] },
  build: {
    outDir: '../../dist/web/client', emptyOutDir: false, manifest: '.vite/scripts.json', modulePreload: false, copyPublicDir: false,
    rolldownOptions: { input: Object.fromEntries(Object.entries(SCRIPTS).map(([name, path]) => [name, `app/${path}`])) },
  },
});
