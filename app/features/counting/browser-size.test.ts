import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { expect, test } from 'vitest'

const most = 15_360

test('costs the browser at most 15 kB, and brings nothing of Node or of any package', async () => {
  const modules = ['count', 'entities', 'split', 'numbering']
  const { outputFiles, metafile } = await build({
    stdin: {
      contents: modules.map((name) => `export * from './${name}.ts'`).join('\n'),
      resolveDir: import.meta.dirname,
    },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'browser',
    metafile: true,
    target: 'esnext',
    logLevel: 'silent',
    // Sentences are another feature's, with a size of their own.
    external: ['#app/features/segmentation/*'],
    write: false,
  })
  const [file] = outputFiles
  expect(gzipSync(file?.contents ?? '').length).toBeLessThanOrEqual(most)
  expect(Object.keys(metafile.inputs).filter((path) => path.includes('node_modules'))).toEqual([])
})
