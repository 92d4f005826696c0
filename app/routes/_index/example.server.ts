import { createBuiltinWriter } from '#app/features/generation/builtin/builtin-writer.ts'
import { generationOptionsSchema } from '#app/features/generation/options.ts'
import { readText } from '#app/features/sources/read-text.ts'
import { exampleSource } from './example-source.ts'
import type { Example } from './landing-props.ts'

let made: Promise<Example> | null = null

/** The landing page's example: a thread that the built-in writer really makes from the article beside it, once a process. */
export function landingExample(): Promise<Example> {
  made ??= makeExample()
  return made
}

async function makeExample(): Promise<Example> {
  const { title, byline, paragraphs } = exampleSource
  const source = { ...readText(paragraphs.join('\n\n')), title }
  const tweets: { text: string; spans: { start: number; end: number }[] }[] = []
  const options = generationOptionsSchema.parse({})
  const { signal } = new AbortController()
  for await (const event of createBuiltinWriter().write({ source, options, network: 'x', signal })) {
    if (event.type === 'tweet') tweets.push(event.tweet)
  }
  const used = (start: number, end: number) => {
    const at = tweets.findIndex((tweet) => tweet.spans.some((span) => span.start < end && span.end > start))
    return at === -1 ? null : at + 1
  }
  return {
    title,
    byline,
    paragraphs: source.blocks.map(({ start, end }) => ({
      text: source.text.slice(start, end),
      used: used(start, end),
    })),
    tweets: tweets.map(({ text }) => text),
  }
}
