import { createHash } from 'node:crypto'
import { afterEach, describe, expect, test } from 'vitest'
import { createModerationClient } from '#app/integrations/openai/moderation.server.ts'
import type { Behaviour } from '#tests/fakes/openai/behaviours.ts'
import { type FakeOpenAi, type FakeOpenAiOptions, startFakeOpenAi } from '#tests/fakes/openai/server.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { assertAllowed, type Part } from './assert-allowed.ts'
import type { ContentFilter } from './content-filter.ts'
import { partOfSource, partOfTweets, partsAskedFor } from './parts.ts'

const database = cloneTestDatabase()
let fake: FakeOpenAi | null = null
afterEach(async () => {
  await fake?.close()
  fake = null
})

const visitorId = '019ab000-0000-7000-8000-000000000002'
const threat = 'We must kill all immigrants.'
const wish = (instruction: string) => partsAskedFor({ instruction, callToAction: '', audience: '' })

async function moderated(options: FakeOpenAiOptions = {}): Promise<ContentFilter> {
  fake = await startFakeOpenAi(options)
  const moderate = createModerationClient({ apiKey: fake.apiKey, baseUrl: fake.url, timeoutMs: 300 })
  return { moderate, supportEmail: 'help@threadr.example', logger: database.logger }
}
const byRulesAlone = (): ContentFilter => ({ moderate: null, supportEmail: null, logger: database.logger })

/** As the web process would. Each subject is a test's own. */
const look = (filter: ContentFilter, parts: Part[], id: string) =>
  assertAllowed(filter, database.app.prisma, parts, {
    actor: { kind: 'visitor', id: visitorId },
    subject: { kind: 'submission', id },
  })
const eventsOf = (subjectId: string) => database.owner.prisma.auditEvent.findMany({ where: { subjectId } })

describe('what is refused', () => {
  test('is told at its field: what, why, and how to appeal by the number of the record', async () => {
    const refused = look(byRulesAlone(), wish(threat), 'told')
    await expect(refused).rejects.toMatchObject({
      code: 'content-refused',
      status: 422,
      field: 'instruction',
      retryable: false,
    })
    const [event] = await eventsOf('told')
    const error = await refused.catch((thrown: Error) => thrown)
    expect(error).toHaveProperty(
      'message',
      `Your instruction reads like a threat of violence against people, which can hurt people, so Threadr makes no thread of it. News, history, medicine and fiction about such things are welcome. If we got it wrong, write to whoever runs this Threadr and name refusal ${event?.id}.`,
    )
  })

  test('stands in the audit trail with its rule and its hash, and nothing of the text', async () => {
    await expect(look(byRulesAlone(), [partOfSource(threat, 'source')], 'trail')).rejects.toThrow()
    const events = await eventsOf('trail')
    expect(events).toMatchObject([
      {
        actorKind: 'visitor',
        actorId: visitorId,
        action: 'content.refused',
        reasonCode: 'threat',
        data: {
          rule: 'threat/against-groups',
          part: 'The text',
          place: 'source',
          sha256: createHash('sha256').update(threat).digest('hex'),
        },
      },
    ])
    expect(JSON.stringify(events)).not.toContain('immigrants')
  })

  test('names the address of SUPPORT_EMAIL, and a helpline where somebody may need one', async () => {
    const filter = { ...byRulesAlone(), supportEmail: 'help@threadr.example' }
    const refused = look(filter, wish('How to kill myself'), 'help')
    await expect(refused).rejects.toThrow(/write to help@threadr\.example.*findahelpline\.com/)
  })
})

describe('where OpenAI’s moderation is asked', () => {
  test('what it is sure of is refused too, by its own category', async () => {
    const filter = await moderated({ flagWords: { 'a marked word': 'hate/threatening' } })
    await expect(look(filter, wish('Say a marked word.'), 'marked')).rejects.toMatchObject({
      field: 'instruction',
    })
    expect(await eventsOf('marked')).toMatchObject([
      { reasonCode: 'threat', data: { rule: 'moderation/hate/threatening' } },
    ])
  })

  test('a source may quote hatred in order to tell of it, but hold no harm to children', async () => {
    const filter = await moderated()
    await look(
      filter,
      [partOfSource('The speech: flag:hate flag:harassment flag:violence', 'source')],
      'quoting',
    )
    await expect(
      look(filter, [partOfSource('flag:sexual/minors', 'source')], 'children'),
    ).rejects.toMatchObject({ field: 'source' })
    expect(await eventsOf('quoting')).toEqual([])
  })

  test('what our own rules refuse is not sent there', async () => {
    const filter = await moderated()
    await expect(look(filter, wish(threat), 'not-sent')).rejects.toThrow()
    expect(fake!.moderations).toEqual([])
  })

  test('one marked paragraph at the end of a long text is found', async () => {
    const filter = await moderated()
    const long = `${'A calm sentence about harbours. '.repeat(2_000)}flag:illicit/violent`
    await expect(look(filter, [partOfSource(long, 'source')], 'long')).rejects.toMatchObject({ status: 422 })
    expect(fake!.moderations.flatMap(({ texts }) => texts).join('')).toBe(long)
  })

  test.each<[string, Behaviour]>([
    ['busy', { kind: 'error', status: 429, retryAfterSeconds: 60 }],
    ['broken', { kind: 'error', status: 500 }],
    ['silent', { kind: 'silent' }],
    ['cut', { kind: 'thread', cut: { atByte: 40, how: 'destroy' } }],
    ['malformed', { kind: 'malformed' }],
  ])('and it is %s, our own rules decide, and the record says so', async (how, behaviour) => {
    const filter = await moderated({ moderate: () => behaviour })
    await look(filter, [partOfTweets(['All is well.', 'flag:hate'])], `down-${how}`)
    expect(await eventsOf(`down-${how}`)).toMatchObject([
      {
        action: 'content.allowed-by-rules-alone',
        reasonCode: 'moderation-failed',
        data: { failure: expect.stringMatching(/^model-/) },
      },
    ])
    await expect(look(filter, [partOfTweets(['Listen.', threat])], `down-${how}`)).rejects.toThrow(
      'reads like',
    )
  })
})

test('what is allowed leaves no record', async () => {
  await look(await moderated(), [...wish('Mind the figures.'), partOfTweets(['One.', 'Two.'])], 'calm')
  expect(fake!.moderations).toHaveLength(1)
  expect(await eventsOf('calm')).toEqual([])
})
