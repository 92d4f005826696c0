import { countedLength, measure } from '#app/features/counting/count.ts'
import { numberReserve } from '#app/features/counting/numbering.ts'
import { AppError } from '#app/platform/errors.ts'
import { fewestTweets, mostTweets } from '../options.ts'
import type { WriterInput, WrittenTweet } from '../writer.ts'
import { type ClosingLines, closingGroups, closingLines, closingReserve, closingRuns } from './closing.ts'
import { chooseHashtags } from './hashtags.ts'
import { chooseHook } from './hook.ts'
import { mainArticle } from './main-article.ts'
import { justIntroduced } from './run-worth.ts'
import { possibleRuns, type Run, runText, type UnitLength, unitLengths } from './runs.ts'
import { type Part, spreadRuns } from './selection.ts'
import { type Score, scoreUnits } from './sentence-scoring.ts'
import { languageOf } from './source-language.ts'
import { worthwhileLength } from './thread-length.ts'
import { bareTitle, type Title, usableTitle } from './title.ts'
import { type Reading, readUnits } from './units.ts'

/** Long posts are allowed on some networks; a tweet of a thread still reads best at this length or less. */
const longestTweet = 600
const fewestWords = 25
/** A sentence over the link needs at least this much room, in counted characters. */
const leastForSentence = 60

type Plan = {
  input: WriterInput
  reading: Reading
  scores: Score[]
  lengths: UnitLength[]
  introduced: number[]
  /** The runs already found, by room and filler: trying another length mostly asks for the same again. */
  runs: Map<string, Run[]>
  title: Title | null
  lines: ClosingLines
}

/**
 * The whole thread of a source. Throws `source-too-short` for a text with next to nothing to say, and
 * `source-too-short-for-length` when the wished length is more than its sentences allow.
 */
export function composeThread(input: WriterInput): WrittenTweet[] {
  const { source } = input
  const main = mainArticle(source, languageOf(source.language, source.text))
  if (main !== source) {
    try {
      return composeFrom({ ...input, source: main })
    } catch (error) {
      // What the first article is too short for, the whole page may still allow.
      if (!(error instanceof AppError)) throw error
    }
  }
  return composeFrom(input)
}

function composeFrom(input: WriterInput): WrittenTweet[] {
  const { source, options, signal } = input
  const reading = readUnits(source)
  if (reading.units.length === 0 || reading.words < fewestWords) throw tooShort()
  signal.throwIfAborted()
  const name = bareTitle(source)
  const scores = scoreUnits(reading, name)
  signal.throwIfAborted()
  const title = usableTitle(source, reading.units, reading.language)
  const hashtags = options.hashtags ? chooseHashtags(reading, name) : []
  const plan = {
    input,
    reading,
    scores,
    lengths: unitLengths(reading.units, input.network),
    introduced: justIntroduced(reading.units),
    runs: new Map<string, Run[]>(),
    title,
    lines: closingLines(source.url, options, hashtags),
  }
  const wished = options.length ?? openLength(reading.words, options.atMost)
  for (const way of waysOf(plan)) {
    const fewest = options.length ?? (way.continuing ? 1 : Math.min(wished, fewestTweets))
    for (let count = wished; count >= fewest; count--) {
      const thread = threadOf(count, plan, way)
      if (thread) return thread
      signal.throwIfAborted()
    }
  }
  if (options.length === null) throw tooShort()
  throw tooShortFor(mostPossible(plan))
}

/** Without a wish for an exact number: what the text is worth, but a thread rather than one or two tweets. */
function openLength(words: number, atMost: number | null): number {
  const most = atMost ?? mostTweets
  return Math.min(most, Math.max(fewestTweets, worthwhileLength(words, most)))
}

/** `continuing`: tweets may go on from the one before; `apart`: the link has a tweet of its own. */
type Way = { continuing: boolean; apart: boolean }

/** From best to worst. A link without a title over it says nothing, so it comes after everything else. */
function waysOf({ title }: Plan): Way[] {
  const apart = [false, true]
  const continuing = [false, true]
  return title
    ? continuing.flatMap((goesOn) => apart.map((alone) => ({ continuing: goesOn, apart: alone })))
    : apart.flatMap((alone) => continuing.map((goesOn) => ({ continuing: goesOn, apart: alone })))
}

/** A thread of exactly `count` tweets, or null where the text has no such. */
function threadOf(count: number, plan: Plan, { continuing, apart }: Way): WrittenTweet[] | null {
  const { network, options } = plan.input
  const room =
    Math.min(measure('', network).limit, longestTweet) -
    (options.numbering ? numberReserve(count, network) : 0)
  const groups = closingGroups(plan.lines, network, room)
  const [under, ...after] = groups
  if (apart) {
    const content =
      under !== undefined && contentOf(count - groups.length, plan, { room, closingRoom: room, continuing })
    return content ? [...content, titledLink(under, plan, room), ...after.map(bareTweet)] : null
  }
  const closingRoom = room - closingReserve(under, network)
  if (closingRoom < leastForSentence) return null
  const content = contentOf(count - after.length, plan, { room, closingRoom, continuing })
  const last = content?.at(-1)
  if (!content || !last) return null
  const closing = under === undefined ? last : { ...last, text: `${last.text}\n\n${under}` }
  return [...content.slice(0, -1), closing, ...after.map(bareTweet)]
}

type Rooms = { room: number; closingRoom: number; continuing: boolean }

/** The tweets made of the source's sentences; the last of them within `closingRoom`. */
function contentOf(
  count: number,
  plan: Plan,
  { room, closingRoom, continuing }: Rooms,
): WrittenTweet[] | null {
  if (count < 1) return null
  const { reading, scores, title, input } = plan
  const { units, language, personal } = reading
  const filler = fillerWorth(reading, count * room)
  const runs = runsWithin(room, filler, plan)
  const shorter = runsWithin(closingRoom, filler, plan)
  const front = { units, scores, title, network: input.network, language, personal }
  if (count === 1) {
    const only = chooseHook({ ...front, runs: shorter, room: closingRoom, latest: units.length })
    return only && [{ text: only.text, spans: only.spans }]
  }
  const choice = {
    body: runs,
    closing: closingRuns(shorter, units),
    unitCount: units.length,
    count: count - 1,
    continuing,
  }
  // The later a hook stands, the less is left for the tweets after it.
  for (const latest of [units.length, 4, 0]) {
    const hook = chooseHook({ ...front, runs, room, latest })
    const chosen = hook && spreadRuns({ ...choice, ...afterHook(hook.run, choice.body) }, partsOf(reading))
    if (chosen) return [{ text: hook.text, spans: hook.spans }, ...chosen.map((run) => tweetOf(run, reading))]
  }
  return null
}

// The sentence after the first mostly says what the first only leads up to.
const worthOfGoingOn = 0.15

function afterHook(hook: Run, body: readonly Run[]): { after: number; body: Run[] } {
  const next = hook.last + 1
  return {
    after: hook.last,
    body: body.map((run) => (run.first === next ? { ...run, value: run.value + worthOfGoingOn } : run)),
  }
}

/** What a unit must be worth to be added to a tweet: next to nothing where the whole text fits into the thread anyway. */
function fillerWorth({ units }: Reading, capacity: number): number {
  const length = units.reduce((sum, { text }) => sum + text.length, 0)
  return length < capacity * 1.1 ? 0.05 : 0.12
}

function runsWithin(
  room: number,
  filler: number,
  { input, reading, scores, lengths, introduced, runs }: Plan,
): Run[] {
  const key = `${room} ${filler}`
  const known = runs.get(key)
  if (known) return known
  const { units, language } = reading
  const found = possibleRuns({
    units,
    scores,
    lengths,
    introduced,
    network: input.network,
    language,
    room,
    filler,
  })
  runs.set(key, found)
  return found
}

function tweetOf(run: Run, { units, language }: Reading): WrittenTweet {
  return {
    text: runText(run, units, language),
    spans: units.slice(run.first, run.last + 1).map(({ range }) => range),
  }
}

function bareTweet(text: string): WrittenTweet {
  return { text, spans: [] }
}

function titledLink(lines: string, { title, input }: Plan, room: number): WrittenTweet {
  const text = title && `${title.text}\n\n${lines}`
  return text && countedLength(text, input.network) <= room ? { text, spans: title.spans } : bareTweet(lines)
}

function partsOf({ units }: Reading): (unit: number) => Part {
  const first = units[0]?.range.start ?? 0
  const length = (units.at(-1)?.range.end ?? 1) - first
  return (index) => {
    const unit = units[index]
    const at = ((unit?.range.start ?? first) - first) / Math.max(1, length)
    return { third: Math.min(2, Math.floor(at * 3)), section: unit?.section ?? 0 }
  }
}

function mostPossible(plan: Plan): number {
  for (let count = mostTweets; count > 1; count--) {
    if (waysOf(plan).some((way) => threadOf(count, plan, way))) return count
  }
  return 1
}

function tooShort(): AppError {
  return new AppError(
    'source-too-short',
    'There is too little text here for a thread. Paste a longer text, or a link to one.',
    { field: 'source', status: 422 },
  )
}

function tooShortFor(possible: number): AppError {
  const enough = possible === 1 ? 'one tweet' : `${possible} tweets`
  return new AppError(
    'source-too-short-for-length',
    `This text is enough for ${enough}. Ask for no more than that, or leave the length open.`,
    { field: 'length', status: 422 },
  )
}
