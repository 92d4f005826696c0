import { renderAsync } from '@resvg/resvg-js'
import { LRUCache } from 'lru-cache'
import type { ReactElement } from 'react'
import satori from 'satori'
import { AppError } from '#app/platform/errors.ts'
import { type Card, cardColours, cardSize } from './card.ts'
import { cardLayout, lineHeight, textBlock, textRoom, textSizes } from './card-layout.ts'
import { cardText } from './card-text.ts'
import { cardFonts } from './fonts.server.ts'
import { signImages } from './signs.ts'
import { undrawnOf } from './undrawn.server.ts'

/** Cards that were drawn lately, in bytes: some 300 of them. A page shows them, then they are saved. */
const drawn = new LRUCache<string, Buffer>({ maxSize: 16_000_000, sizeCalculation: ({ length }) => length })
/** One at a time in a process: drawing takes the thread that answers everybody, 30 to 100 ms a card. */
let last: Promise<unknown> = Promise.resolve()

/**
 * A card as a PNG of 1200 by 630 pixels. Throws AppErrors: `card-not-drawable` (422) where there is no font for a letter,
 * or nothing but emoji, and `card-too-long` (422) where the text would be too small to read. What is drawn is kept, so
 * that asking again costs nothing.
 */
export async function drawCard(card: Card): Promise<Buffer> {
  const key = JSON.stringify([card.text, card.from, card.place, card.look])
  const drawing = last.then(async () => {
    const png = drawn.get(key) ?? (await draw(card))
    drawn.set(key, png)
    return png
  })
  last = drawing.catch(() => {})
  return drawing
}

async function draw(card: Card): Promise<Buffer> {
  const { text } = cardText(card.text)
  const [undrawn = []] = await undrawnOf([text])
  if (undrawn.length > 0 || text === '') throw notDrawable(undrawn)
  const size = await sizeFor(text)
  if (size === null) throw tooLong()
  const { svg } = await laidOut(cardLayout(card, textBlock(text, size)), cardSize, cardColours[card.look].ink)
  const image = await renderAsync(svg, { font: { loadSystemFonts: false } })
  return image.asPng()
}

/** The largest size at which a text fits; null where even the smallest is too large. Laid out only where it may fit. */
async function sizeFor(text: string): Promise<number | null> {
  for (const size of textSizes.filter((each) => mayFit(text, each))) {
    const { height } = await laidOut(textBlock(text, size), { width: textRoom.width })
    if (height <= textRoom.height) return size
  }
  return null
}

/** In ems: narrower than any text is on average. */
const narrowest = 0.33

function mayFit(text: string, size: number): boolean {
  const linesOf = (line: string) => Math.max(1, Math.ceil((line.length * narrowest * size) / textRoom.width))
  const lines = text.split('\n').reduce((sum, line) => sum + linesOf(line), 0)
  return lines * size * lineHeight <= textRoom.height
}

/** Without a height it takes what it needs. */
async function laidOut(element: ReactElement, size: { width: number; height?: number }, ink = 'black') {
  const options = { fonts: await cardFonts(), graphemeImages: signImages(ink) }
  const { width, height } = size
  const svg = await satori(
    element,
    height === undefined ? { width, ...options } : { width, height, ...options },
  )
  const [, found = '0'] = /^<svg[^>]* height="([\d.]+)"/.exec(svg) ?? []
  return { svg, height: Number(found) }
}

/** Why a card isn't drawn, as its page and its answer say it. */
export function undrawnSentence(undrawn: readonly string[]): string {
  if (undrawn.length === 0) return 'There is nothing on it but emoji, which cards leave out.'
  const shown = undrawn.slice(0, 6).join(' ')
  const more = undrawn.length > 6 ? ` and ${undrawn.length - 6} more` : ''
  return `There is no font here for ${shown}${more}. The page to print shows every script.`
}

const notDrawable = (undrawn: readonly string[]) =>
  new AppError('card-not-drawable', `This card can’t be drawn. ${undrawnSentence(undrawn)}`, { status: 422 })

const tooLong = () =>
  new AppError('card-too-long', 'This tweet is too long for a card: shorten it, or split it.', {
    status: 422,
  })
