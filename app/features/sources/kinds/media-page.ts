import { countWords } from '#app/features/segmentation/count-words.ts'
import { AppError } from '#app/platform/errors.ts'
import { buildSnapshot, type Passage } from '../build-snapshot.ts'
import { cleanCharacters, collapseWhiteSpace } from '../clean-characters.ts'
import { cleanByline } from '../html/byline.ts'
import { type Markup, readMarkup } from '../html/read-markup.ts'
import { isoDate } from '../iso-date.ts'
import type { Snapshot } from '../snapshot.ts'
import { type MediaData, readMediaData } from './media-data.ts'
import { readYoutubePlayer } from './youtube.ts'

/** Words of a description that a short thread can be made of. */
const fewestWords = 80
/** Words that a page must hold beside the description to be an article with a video in it. */
const articleWords = 150
/** How far a description stands for what is seen or heard. */
const score = 30

/** Sites whose pages of these paths hold nothing but the player and what others say below it. */
function playerSite(url: string | null): 'youtube' | 'other' | null {
  if (url === null) return null
  const { hostname, pathname, searchParams } = new URL(url)
  const host = hostname.replace(/^(?:www|m|music)\./, '')
  if (host === 'youtu.be') return 'youtube'
  if (host === 'youtube.com' || host === 'youtube-nocookie.com') {
    const video = /^\/(?:shorts|live|embed|v)\/[\w-]/.test(pathname)
    return video || (pathname === '/watch' && searchParams.has('v')) ? 'youtube' : null
  }
  return (host === 'vimeo.com' || host === 'player.vimeo.com') && /\/\d{5,}(?:\/|$)/.test(pathname)
    ? 'other'
    : null
}

// Cheap enough for every page; only where it strikes is the page's metadata looked at again.
const mayBeMedia =
  /VideoObject|PodcastEpisode|AudioObject|RadioEpisode|TVEpisode|MusicRecording|twitter:player|["'](?:video|music)[.:]/

const webAddresses = /\b(?:https?:\/\/|www\.)\S+/gi
const wordsIn = (text: string) => countWords(text.replace(webAddresses, ' '))

/** A description's paragraphs, without the lines that only lead elsewhere or only list topics. */
function passagesIn(description: string): Passage[] {
  return cleanCharacters(description)
    .split('\n')
    .map((line) => ({
      line,
      rest: line.replace(webAddresses, ' ').replace(/(?<!\S)#\p{L}[\p{L}\p{N}_]*/gu, ' '),
    }))
    .filter(({ line, rest }) => rest === line || wordsIn(rest) >= 4)
    .map(({ rest }): Passage => ({ kind: 'paragraph', text: collapseWhiteSpace(rest) }))
    .filter(({ text }) => text !== '')
}

const textOf = (passages: readonly Passage[]) => passages.map(({ text }) => text).join('\n\n')

function longest(descriptions: readonly string[]): Passage[] {
  const read = descriptions.map(passagesIn)
  return read.reduce((best, each) => (textOf(each).length > textOf(best).length ? each : best), [])
}

function noTranscript(medium: MediaData['medium']): AppError {
  const [page, verb] = {
    video: ['a video page', 'watch it'],
    podcast: ['a podcast page', 'listen to it'],
    recording: ['a page with a recording', 'listen to it'],
  }[medium]
  return new AppError(
    'no-transcript',
    `This is ${page}: Threadr can’t ${verb}, and its description is too short to go by. Paste its transcript as text instead.`,
    { status: 422, field: 'source' },
  )
}

function dataOf(html: string, site: ReturnType<typeof playerSite>): MediaData | null {
  const markup: Pick<Markup, 'metas' | 'jsonLd'> = readMarkup(html)
  const stated = readMediaData(markup)
  const player = site === 'youtube' ? readYoutubePlayer(html) : null
  if (player && stated)
    return {
      ...player,
      publishedAt: player.publishedAt ?? stated.publishedAt,
      descriptions: [...player.descriptions, ...stated.descriptions],
    }
  if (player || stated) return player ?? stated
  return site && { medium: 'video', title: null, creator: null, publishedAt: null, descriptions: [] }
}

/**
 * Reads the page of a video, a podcast episode or another recording by what it says of it, as far as that makes a text of
 * 80 words; its doubt is `only-description`. Null for any other page, and for an article with a video in it: `article`
 * is the same page as readHtml reads it. Throws the AppError `no-transcript` where the description is shorter.
 */
export function readMediaPage({
  html,
  url,
  article,
}: {
  html: string
  url: string | null
  article: Snapshot
}): Snapshot | null {
  const site = playerSite(url)
  if (site === null && !mayBeMedia.test(html)) return null
  const data = dataOf(html, site)
  if (data === null) return null
  let passages = longest(data.descriptions)
  if (site === null) {
    const words = wordsIn(article.text)
    const own = words - wordsIn(textOf(passages))
    if (own >= articleWords) return null
    // Show notes may stand on the page alone, and their beginning in the metadata.
    if (own > 0 && words >= fewestWords)
      passages = article.blocks.map(({ start, end, ...block }) => ({
        ...block,
        text: article.text.slice(start, end),
      }))
  }
  if (wordsIn(textOf(passages)) < fewestWords) throw noTranscript(data.medium)
  return buildSnapshot(
    'html',
    passages,
    {
      ...article,
      title: data.title ?? article.title,
      byline: cleanByline([data.creator ?? '']) ?? article.byline,
      publishedAt: isoDate(data.publishedAt ?? '') ?? article.publishedAt,
    },
    { score, doubt: 'only-description' },
  )
}
