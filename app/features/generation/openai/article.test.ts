import { expect, test } from 'vitest'
import { exampleSource } from '#tests/fakes/openai/example-input.ts'
import { articleWithin, omission } from './article.ts'

const long = exampleSource([
  'The title',
  ...Array.from(
    { length: 60 },
    (_, at) => `Paragraph ${at} says something of its own. It has two sentences.`,
  ),
])
const withHeading = {
  ...long,
  blocks: long.blocks.map((block, at) => (at === 30 ? { ...block, kind: 'heading' as const } : block)),
}

test('an article within the budget is sent as it is', () => {
  expect(articleWithin(long)).toBe(long.text)
})

test('a long one keeps its start, its headings and its end, and says where something is left out', () => {
  const sent = articleWithin(withHeading, 1_200)
  expect(sent.length).toBeLessThanOrEqual(1_200 + 3 * omission.length)
  expect(sent.startsWith('The title\n\nParagraph 0 says')).toBe(true)
  expect(sent).toContain(
    `${omission}\n\nParagraph 29 says something of its own. It has two sentences.\n\n${omission}`,
  )
  expect(sent.endsWith('Paragraph 59 says something of its own. It has two sentences.')).toBe(true)
})

test('what is sent are whole blocks', () => {
  const blocks = new Set(long.text.split('\n\n'))
  for (const piece of articleWithin(long, 1_000).split('\n\n')) {
    expect(
      piece === omission || blocks.has(piece) || /^Paragraph \d+ says something of its own\.$/.test(piece),
    ).toBe(true)
  }
})

test.each([[[]], [undefined]])('a text without a blank line is cut after a sentence', (blocks) => {
  const source = exampleSource(['One sentence stands here. '.repeat(100).trim()])
  const sent = articleWithin({ text: source.text, blocks: blocks ?? source.blocks }, 700)
  expect(sent).toMatch(/^(One sentence stands here\. ?)+\n\n\[…\]$/)
  expect(sent.length).toBeGreaterThan(300)
})

test('a text that is one endless word is left out rather than torn', () => {
  expect(articleWithin({ text: 'a'.repeat(2_000), blocks: [] }, 700).length).toBeLessThanOrEqual(710)
})
