import type { Doubt } from '../quality.ts'
import { solidLength } from './solid-length.ts'
import type { Found } from './walls/find-doubt.ts'

/** What a doubt leaves of a score at most: a preview may be worth something, a wall's own words are not. */
const mostWithDoubt: Readonly<Record<Doubt, number>> = {
  paywall: 45,
  'near-empty': 45,
  'only-description': 45,
  'scanned-pages': 45,
  'login-wall': 20,
  'cookie-wall': 15,
  'needs-javascript': 15,
}

/** Straight between these points, from 0 to 1. */
const between = (value: number, none: number, all: number) =>
  Math.min(1, Math.max(0, (value - none) / (all - none)))

const boilerplate =
  /\b(?:cookies?|subscribe|newsletter|sign (?:in|up)|log ?in|all rights reserved|terms (?:of|and)|privacy policy|read more|share this|click here|advertis\w+|datenschutz|impressum|abonn\w+|mentions légales|suscr\w+)\b|©/i
const endsSentence = /[.!?。！？…:;][)\]"”’»」]*$/

/** What share of a length the passages that meet a condition hold. */
function shareOf(
  passages: Found['passages'],
  meets: (passage: Found['passages'][number]) => boolean,
): number {
  let all = 0
  let met = 0
  for (const passage of passages) {
    all += passage.text.length
    if (meets(passage)) met += passage.text.length
  }
  return all === 0 ? 0 : met / all
}

/** How many of the title's longer words the text or a heading of it says; 1 where there is no title to agree with. */
function titleAgreement(title: string | null, text: string): number {
  const words = new Set(title?.toLowerCase().match(/[\p{L}\p{N}]{4,}|\p{Script=Han}{2}/gu) ?? [])
  if (words.size === 0) return title === null ? 0.5 : 1
  const said = text.slice(0, 20_000).toLowerCase()
  return Array.from(words).filter((word) => said.includes(word)).length / words.size
}

/**
 * How far a page's text can be trusted to be its article, 0 to 100. Of the 100, 35 are for its length (all from 400
 * words on), 20 for passages that read as sentences, 15 for few links, 10 each for the share of what the page shows, for
 * few words of banners and footers, and for a title that the text is about. A doubt caps it. Above 70 a text reads as an
 * article; below 40 it mostly is none.
 */
export function scoreOf({ passages, text, words, title, markup }: Found, doubt: Doubt | null): number {
  if (words === 0) return 0
  const linked =
    passages.reduce((sum, passage) => sum + passage.linked * passage.text.length, 0) /
    Math.max(1, text.length)
  const prose = shareOf(
    passages,
    ({ kind, text }) => kind === 'code' || kind === 'table' || (text.length >= 40 && endsSentence.test(text)),
  )
  const banners = shareOf(passages, ({ text }) => text.length <= 300 && boilerplate.test(text))
  const score =
    35 * (0.4 * between(words, 0, 80) + 0.6 * between(words, 80, 400)) +
    20 * between(prose, 0, 0.7) +
    15 * (1 - between(linked, 0.15, 0.6)) +
    10 * between(solidLength(text) / Math.max(1, markup.seen), 0.02, 0.3) +
    10 * (1 - between(banners, 0, 0.4)) +
    10 * between(titleAgreement(title, text), 0, 0.4)
  return Math.round(doubt ? Math.min(score, mostWithDoubt[doubt]) : score)
}
