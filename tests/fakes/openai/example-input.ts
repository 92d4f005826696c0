import { createHash } from 'node:crypto'
import { generationOptionsSchema } from '#app/features/generation/options.ts'
import type { Writer, WriterEvent, WriterInput, WrittenTweet } from '#app/features/generation/writer.ts'
import type { Snapshot } from '#app/features/sources/snapshot.ts'

const paragraphs = [
  'The harbour that moved',
  'In 1911 the town of Vell dug a new harbour two kilometres north of the old one. The old basin had silted up so badly that boats lay on their sides at low tide.',
  'The work took four years and cost 1.2 million crowns, three times what the council had planned. Nobody was ever blamed for it.',
  'What nobody foresaw was the effect on the town itself. Within ten years half of the shops had followed the boats north, and the old market square stood empty on most days.',
  'Historians long thought that the railway had emptied the square. New letters, found by Ines Aldana in 2019, say otherwise: the shopkeepers write of the boats, not of the trains.',
  'Today the old basin is a swimming pool. “We never filled it in,” says the mayor, “because nobody could agree on what to build there.”',
]

/** A snapshot of paragraphs, the first of them a heading. */
export function exampleSource(texts: string[] = paragraphs, overrides: Partial<Snapshot> = {}): Snapshot {
  const text = texts.join('\n\n')
  let start = 0
  const blocks = texts.map((part, index): Snapshot['blocks'][number] => {
    const range = { start, end: start + part.length }
    start = range.end + 2
    return index === 0 ? { kind: 'heading', level: 1, ...range } : { kind: 'paragraph', ...range }
  })
  return {
    kind: 'html',
    url: 'https://example.com/harbour',
    title: texts[0] ?? null,
    byline: null,
    siteName: 'Example',
    publishedAt: null,
    language: 'en',
    text,
    blocks,
    contentHash: createHash('sha256').update(text).digest('hex'),
    quality: { score: 100, doubt: null },
    ...overrides,
  }
}

/** What a writer is given, with everything at its default but what is named. */
export function exampleInput(
  given: {
    options?: Partial<WriterInput['options']>
    source?: Snapshot
    network?: WriterInput['network']
    signal?: AbortSignal
  } = {},
): WriterInput {
  return {
    source: given.source ?? exampleSource(),
    options: generationOptionsSchema.parse(given.options ?? {}),
    network: given.network ?? 'x',
    signal: given.signal ?? new AbortController().signal,
  }
}

type Written = { events: WriterEvent[]; tweets: WrittenTweet[]; error: unknown }

/** All that a writer gave, and what it threw at the end, if it did. */
export async function writeAll(writer: Writer, input: WriterInput): Promise<Written> {
  const events: WriterEvent[] = []
  let error: unknown = null
  try {
    for await (const event of writer.write(input)) events.push(event)
  } catch (thrown) {
    error = thrown
  }
  return { events, tweets: events.flatMap((event) => (event.type === 'tweet' ? [event.tweet] : [])), error }
}
