import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { client, gzipBytes, scriptsByRoute } from '#tests/setup/built-sizes.ts'

const scriptsOf = (id: string) => {
  const scripts = scriptsByRoute().get(id)
  if (!scripts) throw new Error(`there is no route ${id}`)
  return scripts
}

/** Those that edit, which hold the editor and what counts and checks in it. */
const editing: Record<string, number> = {
  'routes/threads.$threadId': 180_000,
  'routes/threads.$threadId_.for.$network': 140_000,
}

describe('JavaScript, gzip', () => {
  test('no page loads more than 120 kB, and those with an editor no more than theirs', () => {
    const heavy = [...scriptsByRoute()].flatMap(([id, scripts]) => {
      const [bytes, most] = [gzipBytes(scripts), editing[id] ?? 120_000]
      return bytes > most ? [`${id}: ${bytes} of ${most}`] : []
    })
    expect(heavy).toEqual([])
  })

  test('what only one page needs is loaded by that page alone', () => {
    const landing = scriptsOf('routes/_index')
    const editorsOwn = [...scriptsOf('routes/threads.$threadId')].filter((file) => !landing.has(file))
    // An editor that came with every page would leave next to nothing that is its own.
    expect(gzipBytes(editorsOwn)).toBeGreaterThan(40_000)
    for (const id of ['routes/pricing', 'routes/sign-in', 'routes/status'])
      expect(gzipBytes(scriptsOf(id)), id).toBeLessThan(gzipBytes(landing))
  })
})

const files = (folder: string, ending: RegExp) =>
  readdirSync(join(client, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile() && ending.test(entry.name))
    .map(({ name }) => ({ name, bytes: statSync(join(client, folder, name)).size }))
const sum = (all: readonly { bytes: number }[]) => all.reduce((total, { bytes }) => total + bytes, 0)

describe('the rest of what a page is painted with', () => {
  test('styles are one sheet of at most 16 kB, gzip', () => {
    const sheets = files('assets', /^root-.*\.css$/)
    expect(sheets).toHaveLength(1)
    expect(gzipBytes(sheets.map(({ name }) => `assets/${name}`))).toBeLessThanOrEqual(16_000)
  })

  test('two fonts are enough for English, with 110 kB; other letters have their own, each at most 90 kB', () => {
    const fonts = files('assets', /\.woff2$/)
    const first = fonts.filter(({ name }) => /-latin-wght/.test(name))
    expect(first).toHaveLength(2)
    expect(sum(first)).toBeLessThanOrEqual(110_000)
    for (const { name, bytes } of fonts) expect(bytes, name).toBeLessThanOrEqual(90_000)
    expect(files('assets', /\.(ttf|otf|woff|eot)$/)).toEqual([])
  })

  test('images are at most 10 kB in all', () => {
    const ending = /\.(png|jpe?g|gif|webp|avif|svg|ico)$/
    expect(sum([...files('assets', ending), ...files('.', ending)])).toBeLessThanOrEqual(10_000)
  })
})
