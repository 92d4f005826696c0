import { quoteLocator } from '#app/features/support/locate-quotes.ts'
import type { ModelLine } from '#app/integrations/openai/door/line.ts'
import { modelMalformed } from '#app/integrations/openai/failures.ts'
import { type KeyPoint, mostPoints } from '../key-points.ts'
import type { Planned, WriterInput } from '../writer.ts'
import { tweetCleaner } from './clean-tweet.ts'
import { planRequest, planSchema } from './plan-request.ts'
import { createTally } from './tally.ts'

/** A point is shown as a line; what is longer is no point. In characters. */
const longestPoint = 300

/**
 * Asks a model for the key points of a source. Points whose quotes don't stand in it are dropped, and links and handles
 * that aren't the source's are taken out. Throws the line's AppErrors, `model-malformed` for what is no plan.
 */
export async function planThread(input: WriterInput, line: ModelLine): Promise<Planned> {
  const tally = createTally()
  // Read after the line, since a bad plan is not worth a second one.
  const answer = await line.ask(planRequest(input), {
    signal: input.signal,
    purpose: 'plan',
    read: (whole) => whole,
  })
  tally.add(answer)
  return { points: pointsIn(answer.text, input), by: tally.writtenBy() }
}

function pointsIn(answer: string, { source, options }: WriterInput): KeyPoint[] {
  const locate = quoteLocator(source.text)
  const clean = tweetCleaner(source, options)
  const points = new Map<string, KeyPoint>()
  for (const { text, quotes } of parsed(answer).points) {
    const spans = locate(quotes)
    const said = clean(text.replace(/\s+/gu, ' '), 0, spans).text
    if (spans.length > 0 && said !== '' && said.length <= longestPoint)
      points.set(said, { text: said, spans })
  }
  return [...points.values()].slice(0, mostPoints)
}

function parsed(answer: string) {
  try {
    return planSchema.parse(JSON.parse(answer))
  } catch {
    throw modelMalformed('The answer is no plan')
  }
}
