import { execFile, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { z } from 'zod'
import { median } from '#tests/eval/cpu-ratio.ts'
import { findOrInstallChromium } from '#tests/find-chromium.ts'
import { ownThread } from './own-thread.ts'
import type { Figure } from './ratio.ts'

/** It brings over a hundred packages, which nothing else needs: so they come when this is measured first. */
const version = '13.5.0'
const folder = fileURLToPath(new URL('../../.cache/lighthouse', import.meta.url))
const entry = `${folder}/node_modules/lighthouse/core/index.js`
const runner = fileURLToPath(new URL('peers/run-lighthouse.mjs', import.meta.url))

const runsAPage = 3
const least = 95
const always = ['performance', 'accessibility', 'best-practices']

/** Lighthouse's scores of the pages that most people see, each the median of three; as somebody signed in with a thread. */
export async function lighthouse(): Promise<Figure[]> {
  install()
  const chromium = findOrInstallChromium()
  const { service, page, cookie, close } = await ownThread()
  try {
    const pages = [
      { name: 'landing', url: `${service.address}/`, cookie: '', categories: [...always, 'seo'] },
      { name: 'editor', url: page, cookie, categories: always },
      { name: 'library', url: `${service.address}/threads`, cookie, categories: always },
      { name: 'pricing', url: `${service.address}/pricing`, cookie: '', categories: [...always, 'seo'] },
    ]
    const figures: Figure[] = []
    for (const { name, categories, ...asked } of pages) {
      const runs: Record<string, number>[] = []
      for (let run = 0; run < runsAPage; run += 1)
        runs.push(await scoresOf({ ...asked, categories, chromium }))
      for (const category of categories)
        figures.push({
          name: `Lighthouse, ${name}: ${category}`,
          ratio: median(runs.map((scores) => scores[category] ?? 0)),
          bar: { atLeast: least },
        })
    }
    return figures
  } finally {
    await close()
  }
}

function install(): void {
  if (existsSync(entry)) return
  mkdirSync(folder, { recursive: true })
  writeFileSync(`${folder}/package.json`, '{ "private": true }\n')
  const args = [
    'install',
    '--no-audit',
    '--no-fund',
    '--ignore-scripts',
    '--save-exact',
    `lighthouse@${version}`,
  ]
  const { status, stderr } = spawnSync('npm', args, { cwd: folder, encoding: 'utf8' })
  if (status !== 0) throw new Error(`Lighthouse could not be installed: ${stderr.slice(-500)}`)
}

async function scoresOf(asked: {
  url: string
  cookie: string
  categories: string[]
  chromium: string
}): Promise<Record<string, number>> {
  const { url, cookie, categories, chromium } = asked
  const { stdout } = await promisify(execFile)(process.execPath, [
    runner,
    pathToFileURL(entry).href,
    url,
    chromium,
    cookie,
    categories.join(','),
  ])
  return z.record(z.string(), z.number()).parse(JSON.parse(stdout))
}
