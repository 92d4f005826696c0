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
  return {
    title,
    byline,
    paragraphs: source.blocks.map((block) => {
      const within = tweets.flatMap(({ spans }, index) =>
        spans
          .filter((span) => span.start < block.end && span.end > block.start)
          .map((span) => ({
            position: index + 1,
            start: Math.max(span.start, block.start) - block.start,
            end: Math.min(span.end, block.end) - block.start,
          })),
      )
      return {
        text: source.text.slice(block.start, block.end),
        used: within[0]?.position ?? null,
        spans: within.map(({ start, end }) => ({ start, end })),
      }
    }),
    tweets: tweets.map(({ text }) => text),
  }
}
