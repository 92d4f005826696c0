import { z } from 'zod'
import type { MediaData } from './media-data.ts'

/** Characters of the player's JSON that are looked through; real ones have some 500,000. */
const longestJson = 2_000_000

const playerSchema = z.object({
  videoDetails: z.object({
    title: z.string(),
    author: z.string().optional(),
    shortDescription: z.string().catch(''),
  }),
  microformat: z
    .object({ playerMicroformatRenderer: z.object({ publishDate: z.string().optional() }) })
    .optional()
    .catch(undefined),
})

/** The JSON object that begins at an index: up to the brace that closes it, those in strings not counted. */
function objectAt(text: string, start: number): string | null {
  let depth = 0
  let quoted = false
  for (let at = start; at < Math.min(text.length, start + longestJson); at += 1) {
    const sign = text[at]
    if (sign === '\\') at += quoted ? 1 : 0
    else if (sign === '"') quoted = !quoted
    else if (!quoted && sign === '{') depth += 1
    else if (!quoted && sign === '}') {
      depth -= 1
      if (depth === 0) return text.slice(start, at + 1)
    }
  }
  return null
}

/** What YouTube's own player is told of the video; null where the page doesn't say, or says it in another way. */
export function readYoutubePlayer(html: string): MediaData | null {
  const named = /ytInitialPlayerResponse["']?\]?\s*=\s*(?=\{)/.exec(html)
  const json = named && objectAt(html, named.index + named[0].length)
  if (!json) return null
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    return null
  }
  const player = playerSchema.safeParse(value)
  if (!player.success) return null
  const { videoDetails, microformat } = player.data
  return {
    medium: 'video',
    title: videoDetails.title,
    creator: videoDetails.author ?? null,
    publishedAt: microformat?.playerMicroformatRenderer.publishDate ?? null,
    descriptions: [videoDetails.shortDescription],
  }
}
