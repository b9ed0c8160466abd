import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const API = process.env.MSP_API ?? 'http://127.0.0.1:3111';

/** In development the page comes from here and the answers from a running `msp-impact serve`. */
export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ['source', 'module', 'browser', 'development|production'] },
  server: {
    host: '127.0.0.1',
    proxy: { '/api': { target: API, changeOrigin: true, headers: { origin: API } } },
  },
  build: {
    target: 'es2022',
    // The picture of the graph loads when it is needed, so the first load stays small.
    chunkSizeWarningLimit: 700,
    modulePreload: { polyfill: false },
  },
});
