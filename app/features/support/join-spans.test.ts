import { expect, test } from 'vitest'
import { joinSpans } from './join-spans.ts'

const text = 'One. Two. Three.\n\nFour.'
const span = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })

test('sentences that follow each other are one passage', () => {
  expect(joinSpans(text, [span('One.'), span('Two.'), span('Three.')])).toEqual([span('One. Two. Three.')])
})

test('passages with something between them, or in different paragraphs, stay apart', () => {
  expect(joinSpans(text, [span('One.'), span('Three.')])).toEqual([span('One.'), span('Three.')])
  expect(joinSpans(text, [span('Four.'), span('Three.')])).toEqual([span('Three.'), span('Four.')])
})

test('passages that overlap are one', () => {
  expect(joinSpans(text, [span('One. Two.'), span('Two. Three.'), span('Two.')])).toEqual([
    span('One. Two. Three.'),
  ])
})
