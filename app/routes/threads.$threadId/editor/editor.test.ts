// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createEditor } from './editor.ts'
import { ids, memoryCopies, threadServer } from './server.fixture.ts'
import { threadWire } from './wire.ts'

const { a, b } = ids
let stop = () => {}
beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  stop()
  vi.useRealTimers()
})

function open({ server = threadServer(), copies = memoryCopies() } = {}) {
  const editor = createEditor({
    threadId: 't1',
    stored: server.thread,
    source: null,
    language: null,
    wire: threadWire('t1', server.fetch),
    copies,
  })
  stop = editor.start()
  const texts = () => editor.store.get().document.tweets.map(({ text }) => text)
  const phase = () => editor.store.get().save.phase
  const told = () => editor.store.get().told?.text
  return { editor, server, copies, texts, phase, told }
}
const pass = (milliseconds: number) => vi.advanceTimersByTimeAsync(milliseconds)
const refused =
  (status: number, headers = {}) =>
  () =>
    new Response('No.', { status, headers })

describe('what is typed', () => {
  it('is saved within a second of rest, once', async () => {
    const { editor, server, phase } = open()
    for (const text of ['T', 'Th', 'The']) {
      editor.type(a, text)
      await pass(300)
    }
    expect(phase()).toBe('unsaved')
    expect(server.sent).toEqual([])
    await pass(1_000)
    expect(server.sent).toEqual([{ version: 1, texts: ['The', 'Ships wait.'] }])
    expect(phase()).toBe('saved')
    await pass(60_000)
    expect(server.sent).toHaveLength(1)
  })

  it('is saved every five seconds at the latest while typing goes on', async () => {
    const { editor, server } = open()
    for (let key = 1; key <= 30; key += 1) {
      editor.type(a, 'x'.repeat(key))
      await pass(200)
    }
    expect(server.sent).toHaveLength(1)
  })

  it('while a save is on its way stays, and is saved after it', async () => {
    const { editor, server, texts } = open()
    server.before = async () => {
      server.before = async () => {}
      editor.type(a, 'First and more')
    }
    editor.type(a, 'First')
    await pass(3_000)
    expect(texts()[0]).toBe('First and more')
    expect(server.sent.map((one) => one.version)).toEqual([1, 2])
    expect(server.texts()[0]).toBe('First and more')
  })

  it('draws no tweet anew that a save left as it was', async () => {
    const { editor } = open()
    const before = editor.store.get()
    editor.type(a, 'Another')
    await pass(2_000)
    const after = editor.store.get()
    expect(after.document.tweets[1]).toBe(before.document.tweets[1])
    expect(after.stored.tweets[1]).toBe(before.stored.tweets[1])
  })
})

describe('a change elsewhere', () => {
  it('to another tweet is brought together with what is typed here, and saved', async () => {
    const { editor, server, texts, told, phase } = open()
    server.edit(b, 'Ships leave.')
    editor.type(a, 'The sea is warm.')
    await pass(2_000)
    expect(texts()).toEqual(['The sea is warm.', 'Ships leave.'])
    expect(server.texts()).toEqual(texts())
    expect(told()).toContain('Brought together')
    expect(phase()).toBe('saved')
    editor.undo()
    expect(texts()).toEqual(['The sea is cold.', 'Ships leave.'])
  })

  it('of the same words waits for its owner, sends nothing meanwhile, and loses neither', async () => {
    const { editor, server, copies, phase, texts } = open()
    // Its first look is past: only the save finds out.
    await pass(10)
    server.edit(a, 'The sea is red.')
    editor.type(a, 'The sea is blue.')
    await pass(2_000)
    expect(phase()).toBe('conflict')
    const sent = server.sent.length
    editor.type(b, 'Ships sail.')
    await pass(10_000)
    expect(server.sent).toHaveLength(sent)
    expect([...copies.kept.values()][0]?.document.tweets.map(({ text }) => text)).toEqual(texts())
    expect(editor.store.get().theirs?.tweets[0]?.text).toBe('The sea is red.')
    editor.settle(editor.store.get().document)
    await pass(2_000)
    expect(server.texts()).toEqual(['The sea is blue.', 'Ships sail.'])
    expect(copies.kept.size).toBe(0)
  })

  it('is followed when the page is looked at again', async () => {
    const { server, texts } = open()
    server.edit(b, 'Ships leave.')
    window.dispatchEvent(new Event('focus'))
    await pass(100)
    expect(texts()[1]).toBe('Ships leave.')
  })

  it('waits while an input method composes', async () => {
    const { editor, server, texts } = open()
    editor.composing(true)
    server.edit(b, 'Ships leave.')
    window.dispatchEvent(new Event('focus'))
    await pass(100)
    expect(texts()[1]).toBe('Ships wait.')
    editor.composing(false)
    expect(texts()[1]).toBe('Ships leave.')
  })
})

describe('what can’t be saved', () => {
  it('is kept on the device, tried again at growing pauses, and told as it is', async () => {
    const { editor, server, copies, phase } = open()
    server.instead = () => Promise.reject(new TypeError('network'))
    editor.type(a, 'Offline')
    await pass(1_500)
    expect(editor.store.get().save).toEqual({ phase: 'waiting', reason: 'server' })
    expect([...copies.kept.values()][0]?.document.tweets[0]?.text).toBe('Offline')
    editor.type(a, 'Offline still')
    await pass(60_000)
    expect(phase()).toBe('waiting')
    server.instead = () => null
    await pass(16_000)
    expect(phase()).toBe('saved')
    expect(server.texts()[0]).toBe('Offline still')
    expect(copies.kept.size).toBe(0)
  })

  it('is sent at once when the connection is back', async () => {
    const { editor, server } = open()
    server.instead = refused(503)
    editor.type(a, 'Back')
    await pass(20_000)
    server.instead = () => null
    window.dispatchEvent(new Event('online'))
    await pass(10)
    expect(server.texts()[0]).toBe('Back')
  })

  it('for having been saved too often waits as long as the server asks', async () => {
    const { editor, server } = open()
    server.instead = refused(429, { 'Retry-After': '40' })
    editor.type(a, 'Often')
    await pass(2_000)
    server.instead = () => null
    await pass(35_000)
    expect(server.texts()[0]).not.toBe('Often')
    await pass(5_000)
    expect(server.texts()[0]).toBe('Often')
  })

  it('since the session is over waits for it, and goes on when one is back from signing in', async () => {
    const { editor, server, phase } = open()
    server.instead = refused(404)
    editor.type(a, 'Signed out')
    await pass(2_000)
    expect(phase()).toBe('gone')
    editor.type(a, 'Signed out, typing on')
    await pass(30_000)
    server.instead = () => null
    window.dispatchEvent(new Event('focus'))
    await pass(100)
    expect(phase()).toBe('saved')
    expect(server.texts()[0]).toBe('Signed out, typing on')
  })

  it('for what it says is told, and tried again with the next key', async () => {
    const { editor, server } = open()
    server.instead = () =>
      Response.json({ state: 'refused', code: 'thread-empty', error: 'It needs a tweet.' }, { status: 422 })
    editor.type(a, 'No')
    await pass(2_000)
    expect(editor.store.get().save).toEqual({ phase: 'refused', error: 'It needs a tweet.' })
    server.instead = () => null
    editor.type(a, 'Yes')
    await pass(2_000)
    expect(server.texts()[0]).toBe('Yes')
  })

  it('is never said to be kept where the device refuses', async () => {
    const copies = memoryCopies()
    copies.full = true
    const { editor, server } = open({ copies })
    server.instead = refused(500)
    editor.type(a, 'Nowhere')
    await pass(2_000)
    expect(editor.store.get().kept).toBe(null)
  })
})

describe('what a page left behind', () => {
  async function leftBehind(text: string) {
    const server = threadServer()
    const copies = memoryCopies()
    server.instead = refused(500)
    const { editor } = open({ server, copies })
    editor.type(a, text)
    await pass(2_000)
    stop()
    server.instead = () => null
    return { server, copies }
  }

  it('is back when the thread is opened again, can be taken back, and is saved', async () => {
    const { editor, server, copies, texts, told } = open(await leftBehind('Typed before the crash'))
    await pass(2_000)
    expect(texts()[0]).toBe('Typed before the crash')
    expect(told()).toContain('is back')
    expect(editor.store.get().told?.undo).toBe(true)
    expect(server.texts()[0]).toBe('Typed before the crash')
    expect(copies.kept.size).toBe(0)
    editor.undo()
    expect(texts()[0]).toBe('The sea is cold.')
  })

  it('is brought together with what was changed since', async () => {
    const left = await leftBehind('The sea is cold and deep.')
    left.server.edit(b, 'Ships leave.')
    const { texts } = open(left)
    await pass(2_000)
    expect(texts()).toEqual(['The sea is cold and deep.', 'Ships leave.'])
  })

  it('is a choice where the same was changed since', async () => {
    const left = await leftBehind('The sea is blue.')
    left.server.edit(a, 'The sea is red.')
    const { editor, phase, texts } = open(left)
    await pass(2_000)
    expect(phase()).toBe('conflict')
    expect(texts()[0]).toBe('The sea is blue.')
    expect(editor.store.get().theirs?.tweets[0]?.text).toBe('The sea is red.')
  })
})

describe('signing out', () => {
  it('leaves nothing on this device, unless it comes to nothing', async () => {
    const { editor, server, copies } = open()
    server.instead = refused(503)
    editor.type(a, 'For nobody else.')
    await pass(1_000)
    expect(copies.kept.size).toBe(1)
    editor.signingOut(true)
    await pass(1_000)
    expect(copies.kept.size).toBe(0)
    editor.signingOut(false)
    await pass(1_000)
    expect(copies.kept.size).toBe(1)
    editor.signingOut(true)
    stop()
    await pass(1_000)
    expect(copies.kept.size).toBe(0)
  })
})
