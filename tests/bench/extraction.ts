import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { readHtml } from '#app/features/sources/read-html.ts'
import { compareCpu, median } from '#tests/eval/cpu-ratio.ts'
import { bridgePage } from '#tests/factories/texts.ts'
import type { Figure } from './ratio.ts'
import { ours } from './slowed.ts'

/** Real pages where a folder of them is named (BENCH_PAGES), else one of our own, made long. */
function pages(): string[] {
  const folder = process.env.BENCH_PAGES
  if (!folder)
    return [
      bridgePage().replace(
        /<article>([\s\S]*)<\/article>/,
        (_, text) => `<article>${text.repeat(40)}</article>`,
      ),
    ]
  return readdirSync(folder)
    .filter((name) => name.endsWith('.html'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
}

// A thread that reads pages lives on from one to the next, and so do the pages' times only tell once it is warm.
const rounds = { pairs: 31, warmUp: 12 }

/** CPU of our whole reading (metadata, hidden text, structure, language, score) against Readability alone on the page's DOM. */
export async function extraction(): Promise<Figure[]> {
  const ratios = pages().map(
    (html) =>
      compareCpu(
        ours(() => readHtml({ html, url: 'https://example.com/page' })),
        () => new Readability(parseHTML(html).document).parse(),
        rounds,
      ).ratio,
  )
  return [{ name: 'extraction, ours / Readability alone, CPU', ratio: median(ratios), bar: { atMost: 1.3 } }]
}
