import { expect, test } from 'vitest'
import { leftOut } from './left-out.ts'
import { markPassages } from './passages.ts'

const used = 'The first sentence is used by a tweet, and it is long enough.'
const unused = 'The second one is not used by any tweet, although it says a thing or two.'
const heading = 'A heading that nobody uses but that is no passage for a tweet anyway'
const short = 'Too short.'
const text = [heading, `${used} ${unused}`, short].join('\n\n')
const blockOf = (part: string, kind: 'heading' | 'paragraph') => ({
  kind,
  start: text.indexOf(part),
  end: text.indexOf(part) + part.length,
})
const blocks = [
  blockOf(heading, 'heading'),
  blockOf(`${used} ${unused}`, 'paragraph'),
  blockOf(short, 'paragraph'),
]

test('passages that no tweet uses are named, but for headings and what says too little', () => {
  const at = text.indexOf(used)
  const passages = leftOut(markPassages(text, blocks, [{ position: 1, start: at, end: at + used.length }]))
  expect(passages.map((passage) => passage.text)).toEqual([unused])
  for (const { start, end, text: shown } of passages) expect(text.slice(start, end).trim()).toBe(shown)
})

test('a long passage is parted between sentences, and at most twelve are named', () => {
  const sentence = 'Here stands a sentence of about seventy characters that nobody has used. '
  const long = sentence.repeat(60).trim()
  const passages = leftOut(markPassages(long, [{ kind: 'paragraph', start: 0, end: long.length }], []))
  expect(passages).toHaveLength(12)
  expect(Math.max(...passages.map((passage) => passage.text.length))).toBeLessThanOrEqual(260)
  for (const { start, end, text: shown } of passages) expect(long.slice(start, end).trim()).toBe(shown)
})
