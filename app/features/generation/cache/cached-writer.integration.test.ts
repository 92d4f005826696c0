import { describe, expect, test } from 'vitest'
import { writeAll } from '#tests/fakes/openai/example-input.ts'
import { cachedWriting, countingWriter, inputOf, threadOfTime } from '#tests/setup/cached-writing.ts'
import { tweetEvent } from '#tests/setup/generation-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import type { WriterInput } from '../writer.ts'
import { sweepThreads } from './sweep-threads.ts'

const database = cloneTestDatabase()
const { inProcess, knownOwner } = cachedWriting(database)
const rowsOf = async (promptVersion: string) =>
  (await database.owner.pool.query('select * from thread_cache where prompt_version = $1', [promptVersion]))
    .rows

describe('a thread of a public page', () => {
  test('is written once, and given to everybody who asks for the same in any process', async () => {
    const { writer, asked } = countingWriter()
    const first = await writeAll(inProcess(writer), inputOf('a bridge'))
    const here = inProcess(writer)
    const again = [await writeAll(here, inputOf('a bridge')), await writeAll(here, inputOf('a bridge'))]
    expect(asked.times).toBe(1)
    for (const { events, tweets } of again) {
      expect(tweets).toEqual(first.tweets)
      expect(events[0]).toEqual({ type: 'cached' })
      expect(events[1]).toEqual({ type: 'planned', tweets: 3 })
      const by = { model: 'scripted-1', promptVersion: 'test-1' }
      expect(events.at(-1)).toEqual({ type: 'written-by', ...by })
    }
    const [row] = await rowsOf('test-1')
    expect(row).toMatchObject({ writer: 'builtin', hits: 2, user_id: null, visitor_id: null })
    expect((row.expires_at - row.created_at) / 86_400_000).toBeCloseTo(30, 3)
  })

  const others: [string, (input: WriterInput) => WriterInput][] = [
    ['network', (input) => ({ ...input, network: 'bluesky' })],
    ['tone', (input) => ({ ...input, options: { ...input.options, tone: 'punchy' } })],
    ['numbering', (input) => ({ ...input, options: { ...input.options, numbering: true } })],
    ['title', (input) => ({ ...input, source: { ...input.source, title: 'Another' } })],
    ['address', (input) => ({ ...input, source: { ...input.source, url: 'https://example.com/other' } })],
  ]
  test.each(others)('is written anew for another %s', async (name, changed) => {
    const { writer, asked } = countingWriter()
    const cached = inProcess(writer)
    await writeAll(cached, inputOf(`a ${name}`))
    await writeAll(cached, changed(inputOf(`a ${name}`)))
    expect(asked.times).toBe(2)
  })

  test('is written anew by another model and another prompt, and not for another wish to look at the text', async () => {
    const { writer, asked } = countingWriter()
    await writeAll(inProcess(writer), inputOf('models'))
    await writeAll(inProcess(writer, { model: 'other' }), inputOf('models'))
    await writeAll(inProcess(writer, { promptVersion: 'test-2' }), inputOf('models'))
    expect(asked.times).toBe(3)
    await writeAll(inProcess(writer), inputOf('models', { options: { review: 'always' } }))
    expect(asked.times).toBe(3)
  })
})

describe('what is somebody’s own', () => {
  const cases: [string, Parameters<typeof inputOf>[1]][] = [
    ['a text that isn’t just a public page', { isPublic: false }],
    ['an instruction', { options: { instruction: 'Stress the costs.' } }],
    ['an audience', { options: { audience: 'my students' } }],
    ['a closing line', { options: { callToAction: 'Write to me.' } }],
  ]
  test.each(cases)('(%s) is given to nobody else, and goes with its owner', async (name, given) => {
    const { writer, asked } = countingWriter()
    const [ann, ben] = [await knownOwner(), await knownOwner()]
    const hand = { promptVersion: `own ${name}` }
    const cached = inProcess(writer, hand)
    const anns = await writeAll(cached, inputOf(name, { ...given, owner: ann }))
    const bens = await writeAll(cached, inputOf(name, { ...given, owner: ben }))
    expect(asked.times).toBe(2)
    expect(bens.tweets).not.toEqual(anns.tweets)
    expect((await writeAll(inProcess(writer, hand), inputOf(name, { ...given, owner: ann }))).tweets).toEqual(
      anns.tweets,
    )
    expect(asked.times).toBe(2)
    // Nor is it given to those who have the very page.
    await writeAll(cached, inputOf(name))
    expect(asked.times).toBe(3)

    await database.owner.prisma.visitor.delete({ where: { id: ann.visitorId } })
    const owners = (await rowsOf(hand.promptVersion)).map((row) => row.visitor_id)
    expect(owners.sort()).toEqual([ben.visitorId, null].sort())
  })
})

describe('what is not kept', () => {
  const scripts: [string, Parameters<typeof countingWriter>[0], Parameters<typeof inputOf>[1]][] = [
    [
      'a writing that failed',
      async function* (time) {
        yield* threadOfTime(time)
        if (time === 1) throw new Error('cut short')
      },
      {},
    ],
    [
      'a thread with a tweet over the limit',
      async function* (time) {
        yield tweetEvent(time === 1 ? 'word '.repeat(80) : 'A short one.')
      },
      {},
    ],
    [
      'a thread that is shorter than asked',
      async function* (time) {
        yield* threadOfTime(time)
        if (time > 1) yield tweetEvent('And a fourth.')
      },
      { options: { length: 4 } },
    ],
    [
      'nothing at all',
      async function* (time) {
        if (time > 1) yield* threadOfTime(time)
      },
      {},
    ],
  ]
  test.each(scripts)('is %s', async (name, script, given) => {
    const { writer, asked } = countingWriter(script)
    const cached = inProcess(writer)
    const input = () => inputOf(name, given)
    await writeAll(cached, input())
    const second = await writeAll(cached, input())
    expect([asked.times, second.error]).toEqual([2, null])
    expect((await writeAll(cached, input())).tweets).toEqual(second.tweets)
    expect(asked.times).toBe(2)
  })

  test('is what another writer wrote in its place', async () => {
    const { writer, asked } = countingWriter()
    const outer = inProcess({
      name: 'openai',
      async *write(input) {
        yield { type: 'switched', writer: 'builtin', because: 'model-stalled' }
        yield* writer.write(input)
      },
    })
    await writeAll(outer, inputOf('another hand'))
    await writeAll(outer, inputOf('another hand'))
    expect(asked.times).toBe(2)
  })

  test('is what another provider wrote under the name of the first', async () => {
    const { writer, asked } = countingWriter(async function* (time) {
      for await (const event of threadOfTime(time))
        yield event.type === 'written-by' ? { ...event, byAnother: true } : event
    })
    await writeAll(inProcess(writer), inputOf('another provider'))
    await writeAll(inProcess(writer), inputOf('another provider'))
    expect(asked.times).toBe(2)
  })
})

describe('a thread that was kept', () => {
  test('says what it came to in the end, plan and repair included', async () => {
    const better = { text: 'Said better.', spans: [] }
    const { writer, asked } = countingWriter(async function* (time) {
      yield { type: 'points', points: [{ text: 'A point.', spans: [{ start: 0, end: 5 }] }] }
      for await (const event of threadOfTime(time)) {
        if (event.type === 'written-by') {
          yield { type: 'checking' }
          yield { type: 'repaired', position: 2, tweet: better }
        }
        yield event
      }
    })
    const first = await writeAll(inProcess(writer), inputOf('a repair'))
    const again = await writeAll(inProcess(writer), inputOf('a repair'))
    expect(asked.times).toBe(1)
    expect(again.tweets).toEqual([first.tweets[0], better, first.tweets[2]])
  })

  test('is replaced where its person wants another, for everybody', async () => {
    const { writer, asked } = countingWriter()
    const [here, there] = [inProcess(writer), inProcess(writer)]
    await writeAll(here, inputOf('another'))
    const second = await writeAll(here, inputOf('another', { afresh: true }))
    expect(second.events[0]).toEqual({ type: 'planned', tweets: 3 })
    expect(second.tweets[0]?.text).toContain('writing 2')
    expect((await writeAll(here, inputOf('another'))).tweets).toEqual(second.tweets)
    expect((await writeAll(there, inputOf('another'))).tweets).toEqual(second.tweets)
    expect(asked.times).toBe(2)
  })

  test.each([
    ['no thread', `'{"tweets": "none"}'`],
    ['about another text', `jsonb_set(value, '{tweets,0,spans}', '[{"start": 0, "end": 100000}]')`],
    ['too long', `jsonb_set(value, '{tweets,0,text}', to_jsonb(repeat('word ', 80)))`],
  ])('and is %s by now is written anew, and replaced', async (name, value) => {
    const { writer, asked } = countingWriter()
    const hand = { promptVersion: `bad ${name}` }
    await writeAll(inProcess(writer, hand), inputOf(name))
    await database.owner.pool.query(`update thread_cache set value = ${value} where prompt_version = $1`, [
      hand.promptVersion,
    ])
    const next = await writeAll(inProcess(writer, hand), inputOf(name))
    expect([asked.times, next.error]).toEqual([2, null])
    expect((await writeAll(inProcess(writer, hand), inputOf(name))).tweets).toEqual(next.tweets)
    expect(asked.times).toBe(2)
  })

  test('goes when its time is over', async () => {
    const { writer, asked } = countingWriter()
    const [old, young] = [{ promptVersion: 'old' }, { promptVersion: 'young' }]
    for (const hand of [old, young]) await writeAll(inProcess(writer, hand), inputOf('time'))
    await database.owner.pool.query(
      `update thread_cache set expires_at = now(), created_at = now() - interval '30 days' where prompt_version = 'old'`,
    )
    await writeAll(inProcess(writer, young), inputOf('time'))
    expect(asked.times).toBe(2)
    expect(await sweepThreads(database.owner.pool)).toBe(1)
    expect([await rowsOf('old'), await rowsOf('young')]).toMatchObject([[], [{ hits: 1 }]])
    await writeAll(inProcess(writer, old), inputOf('time'))
    expect(asked.times).toBe(3)
  })
})
