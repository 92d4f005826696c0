import type { Behaviour } from './behaviours.ts'
import { candidatesFromPrompt } from './candidates-from-prompt.ts'
import { askedFor, planFromPrompt, repairFromPrompt } from './plan-from-prompt.ts'
import type { ChatRequest } from './request-schema.ts'
import type { Spoken } from './spoken.ts'
import { articleIn, type ModelTweet, threadFromPrompt, threadObeyingPage } from './thread-from-prompt.ts'

function asThread(tweets: ModelTweet[]): string {
  return JSON.stringify({ tweets: tweets.map(({ text, quotes }) => ({ quotes, text })) })
}

/** The text's first words, or all of it and more. */
function shortened(text: string, how: 'well' | 'badly'): string {
  const well = `${text.split(/\s+/).slice(0, 12).join(' ')}, in short.`
  return JSON.stringify({ text: how === 'well' ? well : `${text} ${sentenceOver(600)}` })
}

/** Sentences that run to at least `characters`. */
function sentenceOver(characters: number): string {
  let text = ''
  for (let count = 1; text.length < characters; count += 1)
    text += `This is sentence number ${count} of many. `
  return text.trim()
}

/** The model's words for a request; null for behaviours that never come to words. */
export function speak(behaviour: Behaviour, request: ChatRequest): Spoken | null {
  if (behaviour.kind === 'error' || behaviour.kind === 'silent' || behaviour.kind === 'raw') return null
  if (behaviour.kind === 'text')
    return { content: behaviour.text, finish: behaviour.finish === undefined ? 'stop' : behaviour.finish }
  if (behaviour.kind === 'refusal') {
    return { content: '', refusal: behaviour.words ?? "I'm sorry, I can't help with that.", finish: 'stop' }
  }
  const content = contentFor(behaviour, request)
  const half = content.slice(0, -Math.ceil(content.length / 3))
  switch (behaviour.kind) {
    case 'fails-midway': {
      const { how, code = 'server_error' } = behaviour
      return { content: half, finish: null, fault: { how, code } }
    }
    case 'malformed':
      return { content: `${content.slice(0, -2)},, "oops"`, finish: 'stop' }
    case 'too-long':
      return { content: half, finish: 'length' }
    case 'content-filter':
      return { content: half, finish: 'content_filter' }
    default:
      return { content, finish: 'stop' }
  }
}

/** All that the model would say, were it to come to its end. */
function contentFor(behaviour: Behaviour, request: ChatRequest): string {
  const asked = askedFor(request)
  if (asked === 'points') return planFromPrompt(request, behaviour.kind === 'obeys-page')
  if (asked === 'repaired') return repairFromPrompt(request)
  if (asked === 'candidates')
    return candidatesFromPrompt(request, behaviour.kind === 'tweets' ? behaviour.tweets : null)
  if (asked === 'text') {
    return shortened(articleIn(request), behaviour.kind === 'over-limit' ? behaviour.shortens : 'well')
  }
  if (behaviour.kind === 'tweets') return asThread(behaviour.tweets)
  if (behaviour.kind === 'obeys-page') return asThread(threadObeyingPage(request))
  const tweets = threadFromPrompt(request)
  if (behaviour.kind !== 'over-limit') return asThread(tweets)
  return asThread(tweets.map(({ text, quotes }) => ({ text: `${text} ${sentenceOver(600)}`, quotes })))
}
