import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { runScript, temporaryFolder } from './run-command.ts'

const source = 'The ferry Aurora carries 120 passengers. It was built in 1998.\n'
const thread = [
  'The ferry Aurora carries 120 passengers.',
  'The ferry Aurora carries 210 passengers.',
  'I love it!',
]

const answerSchema = z.array(
  z.strictObject({
    position: z.number(),
    verdict: z.enum(['supported', 'partly', 'unsupported', 'opinion']),
    reasons: z.array(z.object({ code: z.string() })),
    support: z.array(z.strictObject({ start: z.number(), end: z.number(), quote: z.string() })),
  }),
)

function files(threadText = JSON.stringify(thread)) {
  const folder = temporaryFolder()
  const paths = { source: join(folder, 'source.txt'), thread: join(folder, 'thread.json') }
  writeFileSync(paths.source, source)
  writeFileSync(paths.thread, threadText)
  return paths
}
const check = (...args: string[]) => runScript('local/cli/main.ts', ['check', ...args], {}).ended

describe('threadr check', () => {
  test('prints one array with what backs each tweet, and ends well whatever it found', async () => {
    const paths = files()
    const { status, stdout, stderr } = await check(
      '--source',
      paths.source,
      '--thread',
      paths.thread,
      '--json',
    )
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    const answer = answerSchema.parse(JSON.parse(stdout))
    expect(answer.map(({ position, verdict }) => [position, verdict])).toEqual([
      [1, 'supported'],
      [2, 'partly'],
      [3, 'opinion'],
    ])
    expect(answer[0]?.support).toEqual([{ start: 0, end: 40, quote: thread[0] }])
    expect(answer[1]?.reasons[0]?.code).toBe('number-not-found')
  })

  test('without --json says it in words', async () => {
    const paths = files()
    const { stdout } = await check('--source', paths.source, '--thread', paths.thread)
    expect(stdout).toContain('2. partly: The ferry Aurora carries 210 passengers.')
    expect(stdout).toContain('“210”: the source says “120”.')
  })

  test.each([
    ['no source', () => ['--thread', files().thread], 'Give the source'],
    ['no thread', () => ['--source', files().source], 'Give the thread'],
    [
      'a thread that is not there',
      () => ['--source', files().source, '--thread', '/nowhere.json'],
      "can't be read",
    ],
    [
      'a source that is not there',
      () => ['--source', '/nowhere.txt', '--thread', files().thread],
      'There is no file',
    ],
    ['no JSON', () => ['--source', files().source, '--thread', files('[').thread], 'is not JSON'],
    [
      'no array of strings',
      () => ['--source', files().source, '--thread', files('[1]').thread],
      'JSON array of strings',
    ],
  ])('with %s ends with status 2 and a sentence', async (_what, args, sentence) => {
    const { status, stdout, stderr } = await check(...args())
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' })
    expect(stderr).toContain(sentence)
  })
})
