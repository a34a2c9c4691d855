import { reactRouter } from '@react-router/dev/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [reactRouter()],
  resolve: { conditions: ['source', 'module', 'node', 'production'] },
  ssr: { resolve: { conditions: ['source', 'module', 'node', 'production'] } },
  build: { assetsInlineLimit: 0 },
});
