import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Font } from 'satori'

const files = createRequire(import.meta.url)

/** The scripts that our two families are published in; each file is a font by itself, looked into in this order. */
const scripts = {
  newsreader: ['latin', 'latin-ext', 'vietnamese'],
  inter: ['latin', 'latin-ext', 'vietnamese', 'cyrillic', 'cyrillic-ext', 'greek', 'greek-ext'],
} as const
type Family = keyof typeof scripts

const namesOf = (family: Family) => scripts[family].map((script) => `${family}-${script}`)

/** Families as CSS names them, the other one last: Newsreader has no Greek and no Cyrillic. */
export const fontFamily = {
  serif: [...namesOf('newsreader'), ...namesOf('inter')].join(', '),
  sans: [...namesOf('inter'), ...namesOf('newsreader')].join(', '),
}

let read: Promise<Font[]> | undefined

/** The interface's own fonts, from the package that the browser's come from too; read once. */
export function cardFonts(): Promise<Font[]> {
  read ??= Promise.all([...namesOf('newsreader'), ...namesOf('inter')].map(readFont))
  return read
}

async function readFont(name: string): Promise<Font> {
  const [family = ''] = name.split('-')
  const file = files.resolve(`@fontsource-variable/${family}/files/${name}-wght-normal.woff2`)
  // A variable font is drawn in its default instance, the regular weight.
  return { name, data: await readFile(file), weight: 400, style: 'normal' }
}
