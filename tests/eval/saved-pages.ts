import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { decodeText } from '#app/features/sources/decode.ts'
import { AppError } from '#app/platform/errors.ts'

const text = z.string().nullish()

/** What a good reading of a page finds; a file may say any part of it. */
const expectedSchema = z.object({
  url: z.httpUrl().nullish(),
  title: text,
  byline: text,
  lang: text,
  siteName: text,
  publishedTime: text,
  /** The article's text, under the names that collections give it. */
  text,
  textContent: text,
  articleBody: text,
})
export type Expected = z.infer<typeof expectedSchema>

export type SavedPage = { name: string; html: string; expected: Expected | null; text: string | null }

/**
 * Every saved page (.html, .htm) of a folder by name, with what NAME.json beside it says of it, and the text that the
 * same file or NAME.txt expects. Throws `bad-usage` for no folder, one without a page, or a .json that is none.
 */
export async function savedPages(folder: string | undefined): Promise<SavedPage[]> {
  if (!folder) throw new AppError('bad-usage', 'Name the folder that holds the saved pages.')
  const names = await readdir(folder).catch(() => {
    throw new AppError('bad-usage', `There is no folder ${folder} to read pages from.`)
  })
  const pages: SavedPage[] = []
  for (const file of names.filter((one) => /\.html?$/i.test(one)).sort()) {
    const name = file.replace(/\.html?$/i, '')
    const beside = (ending: string) => join(folder, `${name}${ending}`)
    const expected = existsSync(beside('.json')) ? parse(await readFile(beside('.json'), 'utf8'), name) : null
    pages.push({
      name,
      html: decodeText(await readFile(join(folder, file))),
      expected,
      text: existsSync(beside('.txt'))
        ? await readFile(beside('.txt'), 'utf8')
        : (expected?.text ?? expected?.textContent ?? expected?.articleBody ?? null),
    })
  }
  if (pages.length === 0) throw new AppError('bad-usage', `There is no .html page in ${folder}.`)
  return pages
}

function parse(json: string, name: string): Expected {
  try {
    return expectedSchema.parse(JSON.parse(json))
  } catch (cause) {
    throw new AppError('bad-usage', `${name}.json does not describe a page.`, { cause })
  }
}
