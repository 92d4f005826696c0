import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress } from 'node:zlib'
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

/** From here on packing saves more than unpacking costs. */
const leastBytes = 1_024

/** Packs what browsers get, once and as small as it goes, beside the files themselves: server/packed-assets.ts serves it. */
function packedForBrowsers(): Plugin {
  return {
    name: 'threadr-packed',
    apply: (config, { command }) => command === 'build' && !config.build?.ssr,
    async writeBundle({ dir }, bundle) {
      const texts = Object.keys(bundle).filter((name) => /\.(js|css|svg|json)$/.test(name))
      await Promise.all(
        texts.map(async (name) => {
          const file = join(dir ?? '', name)
          const bytes = await readFile(file)
          if (bytes.length >= leastBytes) await writeFile(`${file}.br`, await packTightly(bytes))
        }),
      )
    },
  }
}

const packTightly = promisify(brotliCompress)

export default defineConfig(({ isSsrBuild }) => ({
  // What browsers get is public: maps of it are not made.
  build: { target: isSsrBuild ? 'node24' : 'es2022', sourcemap: isSsrBuild },
  // Found before the first page is served: a library that is found later would come with a React of its own.
  optimizeDeps: {
    entries: ['app/entry.client.tsx', 'app/root.tsx', 'app/routes/**/*.tsx', '!**/*.test.tsx'],
    // Loaders' own, which the search can't tell from the pages': its build for browsers isn't installed.
    exclude: ['@node-rs/argon2', '@react-email/render', '@resvg/resvg-js', 'satori'],
  },
  plugins: [tailwindcss(), remix(remixConfig), processes(), packedForBrowsers()],
}))
