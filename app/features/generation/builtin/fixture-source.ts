import type { Block } from '#app/features/sources/snapshot.ts'
import { type GenerationOptions, generationOptionsSchema } from '../options.ts'
import type { WriterInput, WrittenTweet } from '../writer.ts'
import { createBuiltinWriter } from './builtin-writer.ts'

/**
 * A source for tests from blocks set apart by blank lines: "# " a heading, "- " a list item, "> " a quote, "``` " code,
 * "| " a table, anything else a paragraph.
 */
export function sourceOf(marked: string, about: Partial<WriterInput['source']> = {}): WriterInput['source'] {
  let text = ''
  const blocks: Block[] = []
  for (const part of marked.trim().split(/\n{2,}/u)) {
    const mark = /^(?:#+|-|>|```|\|) /u.exec(part)?.[0] ?? ''
    const content = part.slice(mark.length).trim()
    if (text !== '') text += '\n\n'
    const range = { start: text.length, end: text.length + content.length }
    text += content
    if (mark.startsWith('#')) blocks.push({ kind: 'heading', level: mark.length - 1, ...range })
    else blocks.push({ kind: kinds[mark.trim()] ?? 'paragraph', ...range })
  }
  return { title: null, url: null, siteName: null, language: 'en', text, blocks, ...about }
}

const kinds: Record<string, Block['kind']> = { '-': 'list-item', '>': 'quote', '```': 'code', '|': 'table' }

/** The thread that the built-in writer makes of a source. */
export async function threadOf(
  source: WriterInput['source'],
  options: Partial<GenerationOptions> = {},
  network: WriterInput['network'] = 'x',
): Promise<WrittenTweet[]> {
  const input = {
    source,
    network,
    options: { ...generationOptionsSchema.parse({}), ...options },
    signal: new AbortController().signal,
  }
  const tweets: WrittenTweet[] = []
  for await (const event of createBuiltinWriter().write(input))
    if (event.type === 'tweet') tweets.push(event.tweet)
  return tweets
}

/** An article of several sections, with what a page carries around its prose. */
export const harbour = `# Why the harbour of Vellin went electric

By Nora Feld

The harbour of Vellin has replaced its 14 diesel cranes with electric ones and cut its fuel bill by 62 percent in two years. It is the first port on the northern coast to do so.

Photo: Harbour office

However, the change was not planned as a climate project. A broken transformer in 2019 forced the harbour office to rebuild its grid, and the engineers used the chance. "We had to dig up the quay anyway," said Marta Oswin, who leads the office.

Read more: our guide to ports

# What it cost

The new grid cost 48 million euros, of which the European Union paid 19 million. That sum looked frightening at first. Oswin says the harbour expects to earn it back by 2031, because electric cranes need half as many repairs.

\`\`\` const cranes = 14

| Year Cost 2019 48

As mentioned above, the cranes were old. Figure 2 shows their age.

The office bought the cranes for three reasons:

- They lift 40 tonnes, as much as the diesel ones

- They run on the harbour's own wind power

- Their makers train the crane drivers for free

# What the neighbours think

People who live beside the quay notice the silence more than the savings. Noise at night fell from 58 to 41 decibels, according to a survey by the University of Halden. Complaints to the harbour office dropped from 230 a year to 12.

Not everybody is happy. Crane drivers fear that remote control will follow, and their union has asked for a guarantee until 2035. The office has promised that no driver will lose a job before then.

# What comes next

Vellin now wants ships to switch off their engines at the quay. Shore power for six berths will be ready in 2027, and ferries will be charged a lower fee if they use it. Three other ports on the northern coast have sent engineers to study the grid.

# References

Harbour office, annual report 2024.
`
