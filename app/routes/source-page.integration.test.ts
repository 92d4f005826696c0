import { describe, expect, test } from 'vitest'
import { runGeneration } from '#app/features/generation/run-generation.ts'
import { readText } from '#app/features/sources/read-text.ts'
import { action as threadAction, loader as threadLoader } from '#app/routes/threads.$threadId/route.tsx'
import { bridgeArticle } from '#tests/factories/texts.ts'
import { jobOf, runDependencies } from '#tests/setup/generation-world.ts'
import { browserOf } from '#tests/setup/route-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { action as submit } from './_index/route.tsx'
import { action, loader } from './sources.$sourceId/route.tsx'

const database = cloneTestDatabase()
type Browser = ReturnType<typeof browserOf>

/** A browser with a source that has been read, and a thread of it. */
async function withSource(form: Record<string, string> = { source: bridgeArticle }) {
  const browser = browserOf(database)
  const answer = await browser.request(submit, '/?index', { form })
  if (!(answer instanceof Response)) throw new Error('the submission was refused')
  const threadId = answer.headers.get('Location')?.split('/').at(-1) ?? ''
  const thread = await database.owner.prisma.thread.findUniqueOrThrow({
    where: { id: threadId },
    include: { generations: true },
  })
  const url = form.source ?? ''
  const page = { ...readText(bridgeArticle), kind: 'html' as const, url, title: 'The bridge' }
  await runGeneration(
    runDependencies(database, { pages: { [url]: page } }),
    jobOf(thread.generations[0]?.id ?? ''),
  )
  return { browser, threadId, params: { sourceId: thread.sourceId } }
}
const shown = async (browser: Browser, params: { sourceId: string }) =>
  (await browser.request(loader, `/sources/${params.sourceId}`, { params })).data
const refusal = async (asked: Promise<unknown>) => {
  try {
    await asked
  } catch (error) {
    if (error instanceof Response) return error.status
    throw error
  }
  return 'taken'
}

describe('the page of a source', () => {
  test('shows what was read, where it came from, and what was made of it', async () => {
    const { browser, threadId, params } = await withSource({ source: 'https://bridge.example/post' })
    expect(await shown(browser, params)).toMatchObject({
      url: 'https://bridge.example/post',
      snapshot: { title: 'The bridge', text: bridgeArticle, reason: 'read', language: 'en' },
      doubt: null,
      versions: [{ number: 1, present: true }],
      reread: null,
      threads: [{ id: threadId, upToDate: true }],
      editing: false,
    })
  })

  test('calls a text without a title as its thread is called', async () => {
    const { browser, threadId, params } = await withSource()
    const of = { params: { threadId } }
    const { thread } = (await browser.request(threadLoader, `/threads/${threadId}`, of)).data
    expect(await shown(browser, params)).toMatchObject({ title: thread.title, snapshot: { title: null } })
    expect(bridgeArticle.startsWith(thread.title.replace(/…$/, ''))).toBe(true)
  })

  test('takes a correction, from which the thread can be written again', async () => {
    const { browser, threadId, params } = await withSource()
    const { snapshot } = await shown(browser, params)
    const form = {
      intent: 'correct',
      basedOn: snapshot?.id ?? '',
      title: 'Put right',
      text: bridgeArticle.replaceAll('Ada', 'Ida'),
    }
    const saved = await browser.request(action, '/', { params, form })
    expect(saved).toMatchObject({ status: 302 })
    const after = await shown(browser, params)
    expect(after).toMatchObject({ snapshot: { title: 'Put right', reason: 'corrected' } })
    expect(after.threads).toMatchObject([{ upToDate: false }])
    const page = await browser.request(threadLoader, '/', { params: { threadId } })
    expect(page.data).toMatchObject({ sourceChanged: true, thread: { sourceId: params.sourceId } })
    await browser.request(threadAction, '/', { params: { threadId }, form: { intent: 'rewrite' } })
    expect((await browser.request(threadLoader, '/', { params: { threadId } })).data.generation.status).toBe(
      'queued',
    )
  })

  test('tells what is wrong with a correction at its field, and keeps what was typed', async () => {
    const { browser, params } = await withSource()
    const { snapshot } = await shown(browser, params)
    const form = { intent: 'correct', basedOn: snapshot?.id ?? '', title: 'T', text: 'too short' }
    const refused = await browser.request(action, '/', { params, form })
    if (!('data' in refused)) throw new Error('it was taken')
    expect(refused.init?.status).toBe(422)
    expect(refused.data.correction).toMatchObject({
      values: { title: 'T', text: 'too short' },
      errors: { text: expect.stringContaining('2 words') },
    })
  })

  test('tells of a version that came meanwhile, with the difference, and takes the text the second time', async () => {
    const { browser, params } = await withSource()
    const { snapshot } = await shown(browser, params)
    const typed = (word: string) => ({
      intent: 'correct',
      title: '',
      text: `${bridgeArticle} ${word} sentence more.`,
    })
    await browser.request(action, '/', { params, form: { ...typed('One'), basedOn: snapshot?.id ?? '' } })
    const refused = await browser.request(action, '/', {
      params,
      form: { ...typed('Another'), basedOn: snapshot?.id ?? '' },
    })
    if (!('data' in refused)) throw new Error('it was taken')
    expect(refused.init?.status).toBe(409)
    const { meanwhile } = refused.data.correction
    const words = meanwhile?.changes.flatMap((change) => ('words' in change ? change.words : []))
    expect(words?.find(({ change }) => change === 'added')?.text).toContain('Another')
    await browser.request(action, '/', {
      params,
      form: { ...typed('Another'), basedOn: meanwhile?.basedOn ?? '' },
    })
    expect((await shown(browser, params)).snapshot?.text).toContain('Another sentence more.')
  })

  test('has an address fetched again, once however often it is asked, and a text not', async () => {
    const { browser, params } = await withSource({ source: 'https://bridge.example/again' })
    for (let count = 0; count < 3; count += 1)
      await browser.request(action, '/', { params, form: { intent: 'reread' } })
    expect((await shown(browser, params)).reread).toEqual({ state: 'at work' })
    expect(await database.owner.prisma.reread.count({ where: { sourceId: params.sourceId } })).toBe(1)
    const typed = await withSource()
    expect(
      await refusal(typed.browser.request(action, '/', { params: typed.params, form: { intent: 'reread' } })),
    ).toBe(409)
  })

  test('is there for nobody else, whatever they ask of it', async () => {
    const { browser, params } = await withSource()
    const { snapshot } = await shown(browser, params)
    const stranger = browserOf(database)
    expect(await refusal(stranger.request(loader, '/', { params }))).toBe(404)
    const wishes: Record<string, string>[] = [
      { intent: 'reread' },
      { intent: 'use', snapshotId: snapshot?.id ?? '' },
      { intent: 'correct', basedOn: snapshot?.id ?? '', title: '', text: `${bridgeArticle} Mine now.` },
    ]
    for (const form of wishes)
      expect(await refusal(stranger.request(action, '/', { params, form }))).toBe(404)
    expect((await shown(browser, params)).snapshot).toEqual(snapshot)
  })

  test('asks for what makes no sense to be put otherwise', async () => {
    const { browser, params } = await withSource()
    expect(await refusal(browser.request(action, '/', { params, form: { intent: 'burn' } }))).toBe(400)
    expect(await refusal(browser.request(loader, '/', { params: { sourceId: 'x' } }))).toBe(404)
  })
})
