import type { Range } from '#app/features/segmentation/sentences.ts'
import type { GenerationOptions } from '../options.ts'
import type { WriterInput } from '../writer.ts'
import { mentionsIn, withoutMentions } from './links.ts'
import { mentionsOfSource } from './mentions-of-source.ts'
import { repeatsPrompt } from './own-words.ts'

/** Control characters (Postgres refuses U+0000) and marks that turn the reading direction of what follows. */
const invisible = /(?![\n\t])\p{Cc}|[\u202A-\u202E\u2066-\u2069]/gu
const hashtag = /(?<![\p{L}\p{N}_&#＃])[#＃](?=[\p{N}_]*\p{L})[\p{L}\p{M}\p{N}_]+/gu

/** "2/7" or "(2/7)" at the beginning, "(2/7)" or a line "2/7" at the end: numbers are ours to add. */
function withoutNumber(text: string, position: number): string {
  const own = `${position}\\s?/\\s?(?:\\d{1,2})?`
  return text
    .replace(
      new RegExp(
        `^(?:\\(${own}\\)|\\[${own}\\]|${own}[.:)]|${own}(?=\\s+[\\p{Lu}\\p{Lo}\\p{Extended_Pictographic}"“]))\\s*`,
        'u',
      ),
      '',
    )
    .replace(new RegExp(`(?:\\s+\\(${own}\\)|\\n\\s*${own})$`, 'u'), '')
}

/** Hashtags after the last sentence go; a hashtag within a sentence stays as a word. */
function withoutHashtags(text: string, wanted: Set<string>): string {
  const isWanted = (tag: string) => wanted.has(tag.toLowerCase())
  const tail = /(?<=[.!?…。！？"”)]|^|\n)\s*(?:[#＃][\p{L}\p{M}\p{N}_]+\s*)+$/u.exec(text)
  const trimmed =
    tail && !(tail[0].match(hashtag) ?? []).some(isWanted) ? text.slice(0, tail.index).trimEnd() : text
  return trimmed.replace(hashtag, (tag) => (isWanted(tag) ? tag : tag.slice(1)))
}

/**
 * A cleaner for the tweets of one thread. Links, handles, e-mail addresses and domains may stand where the person wrote
 * them in their instruction or closing line, or where they are the source's address; handles, addresses and domains
 * also where the passages that the tweet cites hold them. All others are removed, and hashtags unless wished for.
 * The cleaned text is empty where nothing worth a tweet is left, and where it gives our own rules away.
 */
export function tweetCleaner(source: WriterInput['source'], options: GenerationOptions) {
  const asked = [options.instruction, options.callToAction]
  const ownNames = new Set([source.url ?? '', ...asked].flatMap(mentionsIn).map(({ name }) => name))
  const ownTags = new Set(asked.flatMap((text) => text.match(hashtag) ?? []).map((tag) => tag.toLowerCase()))
  const isOfSource = mentionsOfSource(source)

  return (written: string, position: number, cited: Range[]): { text: string; removed: number } => {
    const plain = written
      .toWellFormed()
      .normalize('NFC')
      .replace(/\r\n?/gu, '\n')
      .replace(invisible, '')
      .replace(/\t/gu, ' ')
      .trim()
    if (repeatsPrompt(plain)) return { text: '', removed: 0 }
    const { text, removed } = withoutMentions(
      withoutNumber(plain, position),
      (mention) => ownNames.has(mention.name) || isOfSource(mention, cited),
    )
    const tagged = options.hashtags ? text : withoutHashtags(text, ownTags)
    return { text: /[\p{L}\p{N}]/u.test(tagged) ? tagged.trim() : '', removed }
  }
}
