import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig, type Plugin } from 'vite'
import remixConfig from './remix.config.js'

/**
 * Makes the web and the worker process, and the thread that reads documents, further inputs of the one server build, so
 * that each is a single plain file graph in which every module exists once. Remix sets its own input, hence the change after the config is resolved.
 */
function processes(): Plugin {
  return {
    name: 'threadr-processes',
    enforce: 'post',
    configResolved(config) {
      if (!config.build.ssr) return
      const { rollupOptions } = config.build
      rollupOptions.input = {
        index: 'virtual:remix/server-build',
        web: 'server/enter-web.ts',
        worker: 'jobs/enter-worker.ts',
        reader: 'app/features/sources/reader/thread.ts',
      }
      rollupOptions.output = {
        ...(Array.isArray(rollupOptions.output) ? rollupOptions.output[0] : rollupOptions.output),
        entryFileNames: '[name].js',
      }
    },
  }
}

export default defineConfig(({ isSsrBuild }) => ({
  // What browsers get is public: maps of it are not made.
  build: { target: isSsrBuild ? 'node24' : 'es2022', sourcemap: isSsrBuild },
  // Found before the first page is served: a library that is found later would come with a React of its own.
  optimizeDeps: {
    entries: ['app/entry.client.tsx', 'app/root.tsx', 'app/routes/**/*.tsx', '!**/*.test.tsx'],
    // Loaders' own, which the search can't tell from the pages': its build for browsers isn't installed.
    exclude: ['@node-rs/argon2', '@react-email/render', '@resvg/resvg-js', 'satori'],
  },
  plugins: [tailwindcss(), remix(remixConfig), processes()],
}))
