import { expect, test } from 'vitest'
import { withLocked } from './keep-locked.ts'

const check = ({ text }: { text: string }, position: number) => ({
  position,
  text,
  spans: [],
  verdict: 'supported' as const,
  reasons: [],
})
const written = (...texts: string[]) => texts.map((text, at) => check({ text }, at + 1))
const locked = (position: number, text: string) => ({
  id: `t${position}`,
  ...check({ text }, position),
  isOpinion: false,
  isLocked: true,
})
const texts = (...args: Parameters<typeof withLocked>) => withLocked(...args).map(({ text }) => text)

test('locked tweets stand where they stood, in the place of what was written for it', () => {
  expect(texts(written('a', 'b', 'c'), [locked(2, 'B')], check)).toEqual(['a', 'B', 'c'])
  expect(texts(written('a', 'b', 'c'), [locked(1, 'A'), locked(3, 'C')], check)).toEqual(['A', 'b', 'C'])
})

test('in a thread that came out shorter they stand at its end, in order and none lost', () => {
  expect(texts(written('a'), [locked(4, 'D'), locked(6, 'F')], check)).toEqual(['a', 'D', 'F'])
})

test('without any, all is as written', () => {
  expect(texts(written('a', 'b'), [], check)).toEqual(['a', 'b'])
})
