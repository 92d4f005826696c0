import { z } from 'zod'
import type { Markup } from '../html/read-markup.ts'

/** What a page says of the video or recording it is about; what it doesn't say is null. */
export type MediaData = {
  medium: 'video' | 'podcast' | 'recording'
  title: string | null
  creator: string | null
  publishedAt: string | null
  /** All that it says of the content, as plain text with its line ends; may be several. */
  descriptions: string[]
}

const thingSchema = z.record(z.string(), z.unknown())
type Thing = z.infer<typeof thingSchema>

const mostThings = 300
const article = /(?:Article|BlogPosting|Report|Review|Recipe|QAPage|DiscussionForumPosting)$/
const media = /^(?:VideoObject|PodcastEpisode|AudioObject|RadioEpisode|TVEpisode|Movie|MusicRecording)$/

const typesOf = ({ '@type': type }: Thing) =>
  (Array.isArray(type) ? type : [type]).filter((each) => typeof each === 'string')

/** The things that a page's JSON-LD is about: not what these contain, since articles contain videos. */
function mainThings(scripts: readonly string[]): Thing[] {
  const waiting: unknown[] = scripts.map((script) => {
    try {
      return JSON.parse(script)
    } catch {
      return null
    }
  })
  const things: Thing[] = []
  for (let index = 0; index < waiting.length && things.length < mostThings; index += 1) {
    const next = waiting[index]
    if (Array.isArray(next)) waiting.push(...next.slice(0, mostThings))
    const thing = thingSchema.safeParse(next)
    if (!thing.success) continue
    things.push(thing.data)
    for (const key of ['@graph', 'mainEntity', 'mainEntityOfPage']) waiting.push(thing.data[key])
  }
  return things
}

const text = (value: unknown): string | null => (typeof value === 'string' && value.trim() ? value : null)

function nameOf(value: unknown): string | null {
  const first = Array.isArray(value) ? value[0] : value
  return text(first) ?? text(thingSchema.safeParse(first).data?.name)
}

function mediumOf(type: string, things: readonly Thing[]): MediaData['medium'] | null {
  const types = things.flatMap(typesOf)
  // Whatever else an article's page holds, it is the article's.
  if (types.some((each) => article.test(each)) || /^article$/i.test(type)) return null
  if (/^video\b/i.test(type) || types.some((each) => /^(?:VideoObject|TVEpisode|Movie)$/.test(each)))
    return 'video'
  if (types.includes('PodcastEpisode')) return 'podcast'
  return types.some((each) => media.test(each)) || /^(?:music\.song|audio)\b/i.test(type) ? 'recording' : null
}

/**
 * What a page's metadata says of the medium it is about; null for a page that is about none, articles with a video in
 * them above all.
 */
export function readMediaData(markup: Pick<Markup, 'metas' | 'jsonLd'>): MediaData | null {
  const meta = (...names: string[]) =>
    names.map((name) => markup.metas.find((each) => each.name === name)?.content.trim()).find(Boolean) ?? null
  const things = mainThings(markup.jsonLd)
  const medium =
    mediumOf(meta('og:type') ?? '', things) ??
    // A player instead of a picture, on a page that says nothing else of itself.
    (meta('twitter:card') === 'player' &&
    !things.some((thing) => typesOf(thing).some((type) => article.test(type))) &&
    !/^article$/i.test(meta('og:type') ?? '')
      ? 'video'
      : null)
  if (medium === null) return null
  const thing = things.find((each) => typesOf(each).some((type) => media.test(type)))
  return {
    medium,
    title: text(thing?.name) ?? text(thing?.headline) ?? meta('og:title', 'twitter:title'),
    creator: nameOf(thing?.author) ?? nameOf(thing?.creator) ?? nameOf(thing?.partOfSeries),
    publishedAt:
      text(thing?.uploadDate) ?? text(thing?.datePublished) ?? meta('og:video:release_date', 'datepublished'),
    descriptions: [
      text(thing?.description),
      meta('og:description'),
      meta('description'),
      meta('twitter:description'),
    ].filter((each) => each !== null),
  }
}
