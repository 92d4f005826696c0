import type { Doubt } from '../../quality.ts'
import type { PagePassage } from '../blocks.ts'
import type { ArticleData } from '../json-ld.ts'
import type { Markup } from '../read-markup.ts'
import { asksForConsent, touchesConsent } from './consent.ts'
import {
  aboutComments,
  asksForJavaScript,
  asksForSubscription,
  asksInOtherWords,
  asksToSignIn,
} from './phrases.ts'

/** Words below which a text is too short to be called an article without a doubt. */
const fewWords = 80
/** Previews before a wall are shorter than this; a longer text has passed it. */
const longestPreview = 450
/** A piece of text longer than this talks about something, it doesn't ask for it. */
const longestPiece = 300
/** How far below the text a wall may stand: further down are the page's own advertisements. */
const wallReach = 700

export type Found = {
  passages: readonly PagePassage[]
  text: string
  /** About how many the text has. */
  words: number
  title: string | null
  url: string | null
  markup: Markup
  data: ArticleData
}

const inlineTags =
  /<\/?(?:a|abbr|b|bdi|cite|em|font|i|label|mark|s|small|span|strong|sub|sup|time|u)(?:\s[^>]*)?>/g

/** What the page shows, in pieces as its elements part them. */
function piecesOf(body: string): string[] {
  return body
    .replace(inlineTags, '')
    .split(/<[^>]*>/)
    .map((piece) => piece.replace(/\s+/g, ' ').trim())
    .filter((piece) => piece !== '')
}

/** The pieces from the end of the text on, as far as a wall may stand below it; a wall's words may be the text's last. */
function below(pieces: readonly string[], passages: readonly PagePassage[]): string[] {
  const last = passages.findLast(({ text }) => text.length > 120) ?? passages.at(-1)
  const ending = last?.text.slice(-40).trim() ?? ''
  const at = pieces.findLastIndex((piece) => piece.endsWith(ending))
  const after: string[] = []
  let length = 0
  for (const piece of pieces.slice(Math.max(0, at))) {
    after.push(piece)
    length += piece.length
    if (length > wallReach + (pieces[at]?.length ?? 0)) break
  }
  return after
}

/** Whether the last sentence breaks off. */
function breaksOff(passages: readonly PagePassage[]): boolean {
  const last = passages.at(-1)
  if (last?.kind !== 'paragraph') return false
  return (
    /(?:…|\.\.\.|\[…\])$/.test(last.text) || (last.text.length >= 60 && /[\p{L}\p{N},;–—-]$/u.test(last.text))
  )
}

const said = (pieces: readonly string[], phrase: RegExp) =>
  pieces.some((piece) => piece.length <= longestPiece && phrase.test(piece))

function isPaywalled({ passages, data, markup }: Found, words: number, after: readonly string[]): boolean {
  if (data.words !== null && data.words > 100 && data.isFree === false) return words < data.words * 0.6
  const asked = said(after, asksForSubscription) || after.some(asksInOtherWords)
  const cut = breaksOff(passages)
  if (data.isFree === false) return words < longestPreview || cut
  if (asked) return words < longestPreview
  return markup.signs.wallElement && cut && words < longestPreview
}

/** The text itself, or the page around it: lines about cookies may have been taken for crumbs. */
function isConsent({ text, markup: { signs } }: Found, words: number, pieces: readonly string[]): boolean {
  if (asksForConsent(text)) return true
  const isLeft = text === '' ? !signs.appRoot : words < 120 && touchesConsent(text)
  return isLeft && asksForConsent(pieces.join('\n'))
}

const loginTitle =
  /^(?:please )?(?:sign|log)[ -]?(?:in|on)\b|\b(?:sign|log) in (?:to|or|\||[-–—])|^(?:anmelden|anmeldung|einloggen|connexion|se connecter|iniciar sesión|acceder|accedi|entrar|login|inloggen|aanmelden|ログイン|登录|登入|로그인)(?:$|\s*[|\-–—·])/i
const loginAddress = /[/.](?:log-?in|sign-?in|signin|sso|auth|oauth2?|checkpoint)(?:[/?.#]|$)/i

function isLogin({ title, url, markup }: Found, words: number, pieces: readonly string[]): boolean {
  if (words >= 150) return false
  const asked = said(pieces, asksToSignIn)
  const named = loginTitle.test(title ?? '') || (url !== null && loginAddress.test(url.split('?')[0] ?? ''))
  if (markup.signs.passwordField && words < fewWords)
    return asked || named || pieces.some((piece) => loginTitle.test(piece))
  return (asked && words < fewWords) || (asked && named)
}

function needsJavaScript(
  { markup: { signs, seen } }: Found,
  words: number,
  pieces: readonly string[],
): boolean {
  if (words >= fewWords) return false
  const notices = [...pieces, ...signs.noscript.split(/\n+/)].filter((piece) => !aboutComments.test(piece))
  if (said(notices, asksForJavaScript)) return true
  return words < 25 && seen < 300 && signs.scripts > 0 && (signs.appRoot || signs.scripts >= 3)
}

/** What a reader should know of a page's text before trusting it to be the article; null where nothing speaks against it. */
export function findDoubt(found: Found): Doubt | null {
  const { words } = found
  const mayBePreview = words < longestPreview * 2 || found.data.isFree === false
  const pieces = mayBePreview ? piecesOf(found.markup.body) : []
  if (isConsent(found, words, pieces)) return 'cookie-wall'
  const login = isLogin(found, words, pieces)
  if (login && found.markup.signs.passwordField) return 'login-wall'
  if (mayBePreview && isPaywalled(found, words, below(pieces, found.passages))) return 'paywall'
  if (login) return 'login-wall'
  if (needsJavaScript(found, words, pieces)) return 'needs-javascript'
  return words < fewWords ? 'near-empty' : null
}
