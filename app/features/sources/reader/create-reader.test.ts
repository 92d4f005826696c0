import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, onTestFinished, test } from 'vitest'
import { bridgePage } from '#tests/factories/texts.ts'
import type { SourceDocument } from '../document.ts'
import { readDocument } from '../read-document.ts'
import { createReader } from './create-reader.ts'

const stubborn = new URL('./stubborn-thread.fixture.ts', import.meta.url)
const real = new URL('./thread.ts', import.meta.url)

const documentOf = (text: string, contentType = 'text/plain'): SourceDocument => ({
  bytes: new TextEncoder().encode(text),
  name: null,
  url: 'https://example.com/bridge',
  contentType,
  charset: null,
})

function readerOf(entry: URL, options: Partial<Parameters<typeof createReader>[0]> = {}) {
  const reader = createReader({ entry, limitMs: 60_000, ...options })
  onTestFinished(() => reader.close())
  const read = async (text: string, signal?: AbortSignal) => {
    const reading = await reader.read(documentOf(text), { signal })
    return reading.type === 'snapshot' ? reading.snapshot.text : reading.type
  }
  return { ...reader, read, document: reader.read }
}

// The time limit only ends a run that hangs; a busy machine may need long for these.
describe('a document is read in a thread', { timeout: 60_000 }, () => {
  test('just as without one', async () => {
    const page = documentOf(bridgePage(), 'text/html')
    expect(await readerOf(real).document(page)).toEqual(await readDocument(page))
  })

  test('and its bytes stay with whoever asked', async () => {
    const { document } = readerOf(stubborn)
    for (const bytes of [new TextEncoder().encode('some words'), Buffer.from('some words')]) {
      await document({ ...documentOf(''), bytes })
      expect(new TextDecoder().decode(bytes)).toBe('some words')
    }
  })

  test('one after the other, whoever waits longest first', async () => {
    const { read } = readerOf(stubborn)
    const ended: string[] = []
    const note = async (text: string) => ended.push(await read(text))
    await Promise.all(['the longest of them'.repeat(10_000), 'first', 'second'].map(note))
    expect(ended.slice(1)).toEqual(['first', 'second'])
    expect(await read('which thread')).toBe(await read('which thread'))
  })

  test('or several at once where there are as many threads', async () => {
    const { read } = readerOf(stubborn, { threads: 2 })
    const enough = new AbortController()
    const hanging = expect(read('hang', enough.signal)).rejects.toThrow('enough')
    expect(await read('beside it')).toBe('beside it')
    enough.abort(new Error('enough'))
    await hanging
  })

  test('and what is wrong with it is told with everything that an error says', async () => {
    const { read } = readerOf(stubborn)
    await expect(read('refuse')).rejects.toMatchObject({
      name: 'AppError',
      code: 'odd-document',
      message: 'This is odd. Choose another.',
      status: 418,
      field: 'source',
      level: 'info',
      retryable: true,
    })
    await expect(read('break')).rejects.toMatchObject({
      message: 'a mistake of ours',
      stack: expect.stringContaining('stubborn-thread'),
    })
    expect(await read('and then goes on')).toBe('and then goes on')
  })
})

describe('a document that does not let itself be read', { timeout: 60_000 }, () => {
  test('is given up at the time limit, and the next is read', async () => {
    const { read } = readerOf(stubborn, { limitMs: 2_000 })
    const hanging = expect(read('hang')).rejects.toMatchObject({
      code: 'page-too-slow',
      status: 422,
      field: 'source',
      retryable: false,
      message: expect.stringContaining('2 seconds'),
    })
    // Its own time begins when its turn comes.
    expect(await read('the next')).toBe('the next')
    await hanging
  })

  test('is given up when it takes too much memory, and the next is read', async () => {
    const { read } = readerOf(stubborn, { memoryMb: 32 })
    await expect(read('swell')).rejects.toMatchObject({
      code: 'page-too-complex',
      status: 422,
      field: 'source',
    })
    expect(await read('the next')).toBe('the next')
  })

  test('is given up when nobody wants it any more, be it at work or waiting', async () => {
    const { read } = readerOf(stubborn)
    const first = new AbortController()
    const second = new AbortController()
    const hanging = expect(read('hang', first.signal)).rejects.toThrow('enough')
    const waiting = expect(read('hang', second.signal)).rejects.toThrow('not even begun')
    const third = read('the third')
    second.abort(new Error('not even begun'))
    await waiting
    first.abort(new Error('enough'))
    await hanging
    expect(await third).toBe('the third')
    await expect(read('late', AbortSignal.abort(new Error('before it began')))).rejects.toThrow(
      'before it began',
    )
  })

  test('may end the thread, and the next is read', async () => {
    const { read } = readerOf(stubborn)
    await expect(read('exit')).rejects.toThrow('ended by itself, with code 3')
    expect(await read('the next')).toBe('the next')
  })
})

test('an idle thread is ended, and another one started when there is work', async () => {
  const { read } = readerOf(stubborn, { idleMs: 20 })
  const first = await read('which thread')
  await expect.poll(() => read('which thread'), { interval: 300, timeout: 30_000 }).not.toBe(first)
}, 60_000)

test('a process ends although it has not closed its reader', async () => {
  const script = `
    import { createReader } from ${JSON.stringify(new URL('./create-reader.ts', import.meta.url).href)}
    const { read } = createReader({ entry: new URL(${JSON.stringify(stubborn.href)}) })
    const bytes = new TextEncoder().encode('read in full')
    const { snapshot } = await read({ bytes, name: null, url: null, contentType: null, charset: null })
    process.stdout.write(snapshot.text)`
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script])
  expect(stdout).toBe('read in full')
}, 60_000)

test('a reader that is closed gives up what it reads, and reads nothing more', async () => {
  const { read, close } = readerOf(stubborn)
  const closed = { code: 'reader-closed', status: 503, retryable: true }
  const refused = ['hang', 'waiting'].map((text) => expect(read(text)).rejects.toMatchObject(closed))
  await close()
  await Promise.all(refused)
  await expect(read('late')).rejects.toMatchObject(closed)
})
