import { expect, test } from 'vitest'
import { closeThread } from './close-thread.ts'
import { fits, type Room } from './room.ts'

const room: Room = { network: 'x', limit: 280 }
const url = 'https://example.com/harbour'
const closing = { callToAction: '', url, title: 'The harbour that moved' }
const long = 'This sentence is here to fill the tweet up. '.repeat(6).trim()

test('the address is added to the last tweet where it fits', () => {
  expect(closeThread('The end.', closing, room, true)).toEqual([`The end.\n\n${url}`])
})

test('nothing is added where all is there already', () => {
  const last = `The end. Read\n more. ${url}`
  expect(closeThread(last, { ...closing, callToAction: 'Read more.' }, room, true)).toEqual([last])
  expect(closeThread('The end.', { ...closing, url: null }, room, true)).toEqual(['The end.'])
})

test('the closing line stands word for word before the address', () => {
  expect(closeThread('The end.', { ...closing, callToAction: 'Subscribe!' }, room, true)).toEqual([
    `The end.\n\nSubscribe!\n\n${url}`,
  ])
})

test('a full last tweet is followed by a closing one with the title', () => {
  expect(closeThread(long, closing, room, true)).toEqual([long, `The harbour that moved\n\n${url}`])
  expect(closeThread(long, { ...closing, callToAction: 'Subscribe!' }, room, true)).toEqual([
    long,
    `Subscribe!\n\n${url}`,
  ])
})

test('where no tweet may follow, the last one makes room', () => {
  const [only, ...more] = closeThread(long, closing, room, false)
  expect(more).toEqual([])
  expect(only).toMatch(
    /^This sentence is here to fill the tweet up\.[\s\S]*\n\nhttps:\/\/example\.com\/harbour$/,
  )
  expect(fits(only ?? '', room)).toBe(true)
})

test('a thread without a last tweet to add to gets one for the closing alone', () => {
  expect(closeThread('', closing, room, true)).toEqual([`The harbour that moved\n\n${url}`])
  expect(closeThread('', { ...closing, title: '' }, room, true)).toEqual([url])
})

test.each([
  [
    'an address longer than a post',
    { callToAction: '', url: `https://example.com/${'a'.repeat(400)}`, title: 'T' },
  ],
  ['a closing line longer than a post', { callToAction: '日本語。'.repeat(50), url, title: 'T' }],
  [
    'both at their longest',
    { callToAction: 'word '.repeat(39).trim(), url: `https://example.com/${'a'.repeat(200)}`, title: 'T' },
  ],
])('%s never makes a tweet too long', (_what, hard) => {
  for (const network of ['x', 'bluesky'] as const) {
    for (const mayAppend of [true, false]) {
      const small = { network, limit: 270 }
      for (const text of closeThread(long, hard, small, mayAppend)) {
        expect(fits(text, small)).toBe(true)
        expect(text).not.toBe('')
      }
    }
  }
})
