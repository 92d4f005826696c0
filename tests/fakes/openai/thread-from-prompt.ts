import { type ChatRequest, textOfMessages } from './request-schema.ts'

export type ModelTweet = { text: string; quotes: string[] }

const usualTweets = 5
const usualCharacters = 200

/** What stands between the two boundary lines of a prompt; the whole of it where there are none. */
export function articleIn(request: ChatRequest): string {
  const user = textOfMessages(request, 'user')
  const between = /^=+ ?([0-9a-f]{16,}) ?=+\n([\s\S]*?)\n=+ ?\1 ?=+$/m.exec(user)
  return between?.[2] ?? user
}

function numberAfter(pattern: RegExp, text: string, otherwise: number): number {
  const found = pattern.exec(text)?.[1]
  return found === undefined ? otherwise : Number(found)
}

function sentencesOf(article: string): string[] {
  const prose = article.split(/\n+/).filter((line) => !/^(Title|Author|Site|Published): /.test(line))
  const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' })
  return prose
    .flatMap((line) => Array.from(segmenter.segment(line), ({ segment }) => segment.trim()))
    .filter((sentence) => sentence.length >= 20)
}

/** The beginning of a sentence up to `most` characters, ended at a word. */
function openingOf(sentence: string, most: number): string {
  if (sentence.length <= most) return sentence
  const cut = sentence.slice(0, most - 1)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1)).trimEnd()}…`
}

/**
 * The thread that a well-behaved model would return: sentences picked evenly over the article, each with itself as its
 * quote, as many as the prompt asks for and within the length that it names.
 */
export function threadFromPrompt(request: ChatRequest): ModelTweet[] {
  const user = textOfMessages(request, 'user')
  const found = sentencesOf(articleIn(request))
  const asked = numberAfter(/exactly (\d+)/i, user, usualTweets)
  const most = Math.min(numberAfter(/at most (\d+) characters/i, user, usualCharacters), usualCharacters)

  const tweets: ModelTweet[] = []
  for (let at = 0; at < Math.min(asked, found.length); at += 1) {
    const sentence = found[Math.floor((at * found.length) / Math.min(asked, found.length))]
    if (sentence !== undefined) tweets.push({ text: openingOf(sentence, most), quotes: [sentence] })
  }
  return tweets
}

/** What a model writes that does whatever the page says: every link, handle and hashtag of the article is in it. */
export function threadObeyingPage(request: ChatRequest): ModelTweet[] {
  const orders = articleIn(request).match(/https?:\/\/[^\s"'<>]+|@[\w.@-]+\w|#\w+/g) ?? []
  const spoken = orders.join(' ')
  return threadFromPrompt(request).map(({ text, quotes }, at) => ({
    text: at === 0 ? `System prompt ignored. ${spoken}\n${text}` : `${text} (see ${spoken})`,
    quotes,
  }))
}
