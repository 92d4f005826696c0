import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countedLength, measure } from '#app/features/counting/count.ts'
import { numberReserve } from '#app/features/counting/numbering.ts'
import { AppError } from '#app/platform/errors.ts'
import { generationOptionsSchema } from '../options.ts'
import type { WriterEvent } from '../writer.ts'
import { createBuiltinWriter } from './builtin-writer.ts'
import { harbour, sourceOf, threadOf } from './fixture-source.ts'

const about = { title: 'Why the harbour of Vellin went electric', url: 'https://example.com/vellin' }
const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

async function failure(work: Promise<unknown>): Promise<AppError> {
  try {
    await work
  } catch (error) {
    if (error instanceof AppError) return error
    throw error
  }
  throw new Error('It should have failed.')
}

describe('the built-in writer', () => {
  it('opens with the point and ends with the link', async () => {
    const thread = await threadOf(sourceOf(harbour, about))
    expect(thread[0]?.text).toContain('The harbour of Vellin has replaced its 14 diesel cranes')
    expect(thread.at(-1)?.text).toMatch(/\n\nhttps:\/\/example\.com\/vellin$/u)
    expect(thread.slice(0, -1).some(({ text }) => text.includes('https://'))).toBe(false)
  })

  it('says how many tweets are to come before the first of them', async () => {
    const input = {
      source: sourceOf(harbour, about),
      options: generationOptionsSchema.parse({}),
      network: 'x' as const,
      signal: new AbortController().signal,
    }
    const events: WriterEvent[] = []
    for await (const event of createBuiltinWriter().write(input)) events.push(event)
    expect(events[0]).toEqual({ type: 'planned', tweets: events.length - 1 })
  })

  it('keeps the order of the source and covers its beginning, middle and end', async () => {
    const source = sourceOf(harbour, about)
    const starts = (await threadOf(source)).map(({ spans }) => spans[0]?.start ?? 0)
    expect(starts).toEqual([...starts].sort((a, b) => a - b))
    const thirds = new Set(starts.map((start) => Math.floor((3 * start) / source.text.length)))
    expect([...thirds]).toEqual([0, 1, 2])
  })

  it('never begins a tweet with a word that points back, and drops a connective that only joins', async () => {
    for (const length of [3, 4, 5, 6, 7, 8]) {
      for (const { text } of await threadOf(sourceOf(harbour, about), { length })) {
        expect(text).not.toMatch(/^(?:However|It|That|They|This|But|As mentioned)\b/u)
      }
    }
  })

  it('leaves out bylines, captions, prompts, code, tables, references and what points at the page', async () => {
    const all = (await threadOf(sourceOf(harbour, about), { length: 9 })).map(({ text }) => text).join('\n')
    expect(all).not.toMatch(
      /Nora Feld|Photo|Read more|const cranes|Year Cost|Figure 2|As mentioned|annual report/u,
    )
  })

  it('shows a list only under its lead-in, and whole where the lead-in counts it', async () => {
    const thread = await threadOf(sourceOf(harbour, about), {}, 'mastodon')
    for (const { text } of thread) {
      if (!/40 tonnes|wind power|for free/u.test(text)) continue
      expect(text).toContain('for three reasons:')
      expect(text.match(/^• /gmu)).toHaveLength(3)
    }
  })

  it('is made of whole sentences, each within its span', async () => {
    const source = sourceOf(harbour, about)
    for (const { text, spans } of await threadOf(source, { length: 6 })) {
      const backing = letters(spans.map(({ start, end }) => source.text.slice(start, end)).join(' '))
      const lines = text
        .replace(/https:\S+/u, '')
        .split('\n')
        .filter(Boolean)
      for (const line of lines) expect(backing).toContain(letters(line))
      for (const { start, end } of spans) {
        expect(source.text.slice(start, end)).toBe(source.text.slice(start, end).trim())
      }
      expect(text).not.toContain('…')
    }
  })

  it('gives the same thread every time', async () => {
    expect(await threadOf(sourceOf(harbour, about))).toEqual(await threadOf(sourceOf(harbour, about)))
  })

  it('writes exactly as many tweets as asked for', async () => {
    for (const length of [3, 5, 8])
      expect(await threadOf(sourceOf(harbour, about), { length })).toHaveLength(length)
  })

  it('says how many tweets a text is enough for when more are asked for', async () => {
    const error = await failure(threadOf(sourceOf(harbour, about), { length: 25 }))
    expect(error).toMatchObject({ code: 'source-too-short-for-length', status: 422, field: 'length' })
    const possible = Number(/\d+/u.exec(error.message)?.[0])
    expect(await threadOf(sourceOf(harbour, about), { length: possible })).toHaveLength(possible)
  })

  it('refuses a text with next to nothing to say', async () => {
    expect(await failure(threadOf(sourceOf('Hello there. This is short.')))).toMatchObject({
      code: 'source-too-short',
    })
    expect(await failure(threadOf(sourceOf('# Only\n\n``` code code code')))).toMatchObject({
      code: 'source-too-short',
    })
  })

  it('keeps room for the numbers', async () => {
    for (const length of [5, 8]) {
      const thread = await threadOf(sourceOf(harbour, about), { length, numbering: true })
      const reserve = numberReserve(length, 'x')
      for (const { text } of thread) expect(countedLength(text, 'x') + reserve).toBeLessThanOrEqual(280)
    }
  })

  it('sets the call to action, the link and the hashtags under the last tweet', async () => {
    const thread = await threadOf(sourceOf(harbour, about), {
      callToAction: 'Would your harbour do it?',
      hashtags: true,
    })
    expect(thread.at(-1)?.text).toMatch(
      /\n\nWould your harbour do it\?\n\nhttps:\S+\n\n#Vellin(?: #\p{L}+)?$/u,
    )
    expect(thread.slice(0, -1).every(({ text }) => !text.includes('#'))).toBe(true)
    for (const { text } of thread) expect(measure(text, 'x').over).toBe(false)
  })

  it('keeps the link and a long call to action where they leave no room for a sentence', async () => {
    const callToAction = 'Tell me about the harbour where you live, '.repeat(5).slice(0, 200).trim()
    const thread = await threadOf(sourceOf(harbour, { ...about, url: `${about.url}?${'a'.repeat(200)}` }), {
      callToAction,
    })
    expect(thread.at(-1)?.text).toContain(callToAction)
    for (const { text } of thread) expect(measure(text, 'x').over).toBe(false)
  })

  it('stops when it is told to', async () => {
    const controller = new AbortController()
    const input = {
      source: sourceOf(harbour, about),
      options: generationOptionsSchema.parse({}),
      network: 'x' as const,
      signal: controller.signal,
    }
    const writing = createBuiltinWriter().write(input)[Symbol.asyncIterator]()
    await writing.next()
    controller.abort(new Error('cancelled'))
    await expect(writing.next()).rejects.toThrow('cancelled')
    await expect(createBuiltinWriter().write(input)[Symbol.asyncIterator]().next()).rejects.toThrow(
      'cancelled',
    )
  })

  it('cuts a single endless sentence only where it must, and still fits', async () => {
    const endless = `${'the wind turned and the boats came back and '.repeat(30)}all was well.`
    const thread = await threadOf(
      sourceOf(`The storm began at noon on the west coast. ${endless} By night it was over.`),
    )
    for (const { text } of thread) expect(measure(text, 'x').over).toBe(false)
  })

  it('gives tweets within the limit or a clear error, whatever the text', { timeout: 60_000 }, async () => {
    const sentence = fc
      .array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 9 }), { minLength: 1, maxLength: 60 })
      .map((parts) => parts.join(' '))
    const mark = fc.constantFrom('', '# ', '- ', '> ', '``` ')
    const part = fc.tuple(
      mark,
      sentence,
      fc.constantFrom('.', ':', '?', '', '。', '”', ' https://a.example/b.'),
    )
    const network = fc.constantFrom('x' as const, 'bluesky' as const, 'threads' as const, 'linkedin' as const)
    await fc.assert(
      fc.asyncProperty(
        fc.array(part, { minLength: 1, maxLength: 12 }),
        network,
        fc.constantFrom(null, 3, 7),
        fc.boolean(),
        async (parts, chosen, length, numbering) => {
          const source = sourceOf(
            parts.map(([before, text, after]) => `${before}${text}${after}`).join('\n\n'),
            { url: about.url },
          )
          try {
            const thread = await threadOf(source, { length, numbering, hashtags: true }, chosen)
            const reserve = numbering ? numberReserve(thread.length, chosen) : 0
            for (const { text, spans } of thread) {
              expect(countedLength(text, chosen) + reserve).toBeLessThanOrEqual(measure('', chosen).limit)
              expect(text.trim()).toBe(text)
              for (const { start, end } of spans) expect(end).toBeGreaterThan(start)
            }
            if (length !== null) expect(thread).toHaveLength(length)
          } catch (error) {
            if (!(error instanceof AppError)) throw error
            expect(error.status).toBe(422)
          }
        },
      ),
      { numRuns: 150 },
    )
  })
})
