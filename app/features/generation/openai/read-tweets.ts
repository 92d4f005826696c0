import { modelMalformed } from '#app/integrations/openai/failures.ts'
import { type ModelTweet, modelTweetSchema } from './thread-schema.ts'

/** `more` and `end` tell, one character after a tweet, whether another follows it. */
export type Reading = { type: 'tweet'; tweet: ModelTweet } | { type: 'more' } | { type: 'end' }

/** Far above any thread (25 tweets of 3,000 characters, quotes and escapes included); a runaway answer stops here. */
const longestAnswer = 400_000

/** Opening and closing marks count as nesting outside strings only. */
const opens = new Set(['{', '['])
const closes = new Set(['}', ']'])
const blank = new Set([' ', '\t', '\n', '\r', '\uFEFF'])

function parseTweet(json: string): ModelTweet {
  let value: unknown
  try {
    value = JSON.parse(json)
  } catch {
    throw modelMalformed('A tweet is no JSON')
  }
  const parsed = modelTweetSchema.safeParse(value)
  if (!parsed.success) throw modelMalformed('A tweet has another form than asked for')
  return parsed.data
}

/**
 * Reads `{"tweets": [{…}, {…}]}` piece by piece, wherever the pieces are cut (within an escape, a number, or a
 * surrogate pair), and gives each tweet as soon as its object is closed. Other properties are passed over.
 * `push` and `finish` throw `model-malformed` for what can't become such an answer.
 */
export function readTweets() {
  let text = ''
  let position = 0
  let depth = 0
  let inString = false
  let escaped = false
  let stringStart = 0
  /** The last string that was closed at depth 1: a property's name until its value begins. */
  let name = ''
  let inTweets = false
  let tweetStart = 0
  let expectsTweet = false
  let sawTweet = false

  function readInString(char: string): void {
    if (escaped) escaped = false
    else if (char === '\\') escaped = true
    else if (char === '"') {
      inString = false
      if (depth === 1) name = text.slice(stringStart, position)
    }
  }

  function readBetweenTweets(char: string): Reading | null {
    if (blank.has(char)) return null
    if (char === '{' && expectsTweet) {
      tweetStart = position
      depth += 1
      expectsTweet = false
      sawTweet = true
      return null
    }
    if (char === ',' && !expectsTweet) {
      expectsTweet = true
      return { type: 'more' }
    }
    if (char === ']' && !(expectsTweet && sawTweet)) {
      depth -= 1
      inTweets = false
      return { type: 'end' }
    }
    throw modelMalformed('Something else than a tweet stands in the list of tweets')
  }

  function readStructure(char: string): Reading | null {
    if (depth === 0 && char !== '{' && !blank.has(char)) {
      throw modelMalformed('The answer is no JSON object')
    }
    if (inTweets && depth === 2) return readBetweenTweets(char)
    if (char === '"') {
      inString = true
      stringStart = position + 1
    } else if (opens.has(char)) {
      inTweets ||= depth === 1 && char === '[' && name === 'tweets'
      expectsTweet ||= inTweets && depth === 1
      depth += 1
    } else if (closes.has(char)) {
      depth -= 1
      if (inTweets && depth === 2) {
        return { type: 'tweet', tweet: parseTweet(text.slice(tweetStart, position + 1)) }
      }
    } else if (char === ',' && depth === 1) name = ''
    return null
  }

  return {
    *push(piece: string): Generator<Reading> {
      text += piece
      if (text.length > longestAnswer) throw modelMalformed('The answer is far too long')
      for (; position < text.length; position += 1) {
        const char = text.charAt(position)
        if (inString) {
          readInString(char)
          continue
        }
        const reading = readStructure(char)
        if (!reading) continue
        // Moved on before it is given away, so that a reader who stops here can come back.
        position += 1
        yield reading
        position -= 1
      }
    },
    /** To be called when the answer has ended: the whole of it must be one JSON object with its tweets. */
    finish(): void {
      try {
        JSON.parse(text.replace(/^\uFEFF/, ''))
      } catch {
        throw modelMalformed('The whole answer is no JSON')
      }
    },
  }
}
