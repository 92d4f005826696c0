import { AppError } from '#app/platform/errors.ts'
import type { Reading } from './document.ts'
import { readHtml } from './read-html.ts'
import type { Snapshot } from './snapshot.ts'

export const url = 'https://news.example.com/ice'
export const one =
  'The harbour freezes in most winters, and the ferry then lies at its berth until the ice breaks up in March.'
export const two =
  'People cross on foot, pulling sledges with what they need, and a row of fir branches in the snow marks the way.'
export const three =
  'In spring the branches float away, and for a week or so nobody gets across at all, whatever they pay.'

export const read = (html: string) => readHtml({ html, url })
export const article = (inner: string, head = '') =>
  read(
    `<html lang="en"><head>${head}</head><body><article><p>${one}</p>${inner}<p>${two}</p><p>${three}</p></article></body></html>`,
  )
export const blocksOf = ({ text, blocks }: Snapshot) =>
  blocks.map(({ kind, start, end }) => [kind, text.slice(start, end)])
/** What was found between the first paragraph and the last two. */
export const inner = (html: string) => blocksOf(article(html)).slice(1, -2)

export function codeOf(html: string): string {
  try {
    read(html)
  } catch (error) {
    return error instanceof AppError ? error.code : String(error)
  }
  return 'read'
}

export async function snapshotFrom(reading: Promise<Reading>): Promise<Snapshot> {
  const read = await reading
  if (read.type !== 'snapshot') throw new Error(`read as a ${read.type}`)
  return read.snapshot
}
