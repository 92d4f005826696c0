import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { readDocument } from '#app/features/sources/read-document.ts'
import { readFileSource } from '#app/features/sources/read-file.ts'
import type { Snapshot } from '#app/features/sources/snapshot.ts'
import { AppError } from '#app/platform/errors.ts'

export type Page = { name: string; source: Snapshot }

/**
 * Reads every page, text, PDF, Word document and e-book of a folder, in the order of their names. A page that can't be read is told of on
 * stderr and left out. Throws `bad-usage` for no folder, or one without a page.
 */
export async function readPages(folder: string | undefined): Promise<Page[]> {
  if (!folder) throw new AppError('bad-usage', 'Name the folder that holds the pages.')
  const names = await readdir(folder).catch(() => {
    throw new AppError('bad-usage', `There is no folder ${folder} to read pages from.`)
  })
  const pages: Page[] = []
  for (const name of names.filter((one) => /\.(?:html?|md|txt|pdf|docx|epub)$/i.test(one)).sort()) {
    try {
      const bytes = await readFile(join(folder, name))
      const reading = await readFileSource({ name, bytes }, readDocument)
      if (reading.type === 'snapshot') pages.push({ name, source: reading.snapshot })
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      console.error(`${name}: ${error.message}`)
    }
  }
  if (pages.length === 0)
    throw new AppError(
      'bad-usage',
      `No .html, .md, .txt, .pdf, .docx or .epub file in ${folder} could be read.`,
    )
  return pages
}
