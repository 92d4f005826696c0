import { countedLength, measure } from '#app/features/counting/count.ts'
import { fitText, numberReserve } from '#app/features/counting/numbering.ts'
import { sentences } from '#app/features/segmentation/sentences.ts'
import { joinSpans } from '#app/features/support/join-spans.ts'
import type { KeyPoint } from '../key-points.ts'
import type { WriterInput, WrittenTweet } from '../writer.ts'
import { closingGroups, closingLines } from './closing.ts'
import { composeThread } from './compose-thread.ts'
import { chooseHashtags } from './hashtags.ts'
import { bareTitle } from './title.ts'
import { readUnits } from './units.ts'

/** The passages that the built-in writer would make tweets of, each named by its first sentence. Throws as composing does. */
export function pointsOfThread(input: WriterInput): KeyPoint[] {
  const { source, options } = input
  // What stands under the last tweet is no point.
  const bare = {
    source: { ...source, url: null },
    options: { ...options, callToAction: '', hashtags: false },
  }
  return composeThread({ ...input, ...bare }).flatMap(({ text, spans }) => {
    const [first] = sentences(text)
    const said = first ? text.slice(first.start, first.end).trim() : ''
    return said === '' || spans.length === 0 ? [] : [{ text: said, spans: joinSpans(source.text, spans) }]
  })
}

/** A tweet for each point, in their order: its passages word for word, as far as they fit, and the closing lines after them. */
export function writePoints(input: WriterInput, points: readonly KeyPoint[]): WrittenTweet[] {
  const { source, options, network } = input
  // Closing lines may need two tweets more.
  const reserved = options.numbering ? numberReserve(points.length + 2, network) : 0
  const room = measure('', network).limit - reserved
  const tweets = points.map(({ spans }) => {
    const passages = joinSpans(source.text, spans)
    const text = passages.map(({ start, end }) => source.text.slice(start, end).replace(/\s+/gu, ' ').trim())
    return { text: fitText(text.join(' '), network, room), spans: passages }
  })
  const hashtags = options.hashtags ? chooseHashtags(readUnits(source), bareTitle(source)) : []
  const [under, ...after] = closingGroups(closingLines(source.url, options, hashtags), network, room)
  const last = tweets.pop()
  if (!last || under === undefined) return last ? [...tweets, last] : tweets
  const whole = `${last.text}\n\n${under}`
  const ending =
    countedLength(whole, network) <= room ? [{ ...last, text: whole }] : [last, { text: under, spans: [] }]
  return [...tweets, ...ending, ...after.map((text) => ({ text, spans: [] }))]
}
