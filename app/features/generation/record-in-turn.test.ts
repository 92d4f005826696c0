import { expect, test } from 'vitest'
import type { Progress } from './progress.ts'
import { type RunEvent, recordInTurn } from './record-in-turn.ts'
import { atStep, initialProgress } from './step-progress.ts'

/** A record whose writing a test lets go on, one statement after the other. */
function slowRecord() {
  const written: { progress: Progress; kinds: string[] }[] = []
  const gates: PromiseWithResolvers<void>[] = []
  const heard: unknown[] = []
  const write = async (progress: Progress, events: readonly RunEvent[]) => {
    written.push({ progress, kinds: events.map(({ kind }) => kind) })
    const gate = Promise.withResolvers<void>()
    gates.push(gate)
    await gate.promise
  }
  const record = recordInTurn(initialProgress(false), write, (error) => heard.push(error))
  return { record, written, heard, gates, kinds: () => written.map(({ kinds }) => kinds) }
}

const begun = initialProgress(false)

test('what comes while a statement is under way is written by the next, with the progress of the last', async () => {
  const { record, written, gates, kinds } = slowRecord()
  record.add(atStep(begun, 'planning'), 'source-read')
  record.add(atStep(begun, 'writing'), 'planned')
  record.step('checking')
  expect(kinds()).toEqual([['source-read']])
  gates[0]?.resolve()
  await expect.poll(kinds).toEqual([['source-read'], ['planned', 'step']])
  expect(written[1]?.progress.steps).toMatchObject({ writing: 'done', checking: 'active' })
  gates[1]?.resolve()
  await record.written()
  expect(written).toHaveLength(2)
})

test('what nobody sees is written with what happens next, and at the latest when all is waited for', async () => {
  const { record, gates, kinds } = slowRecord()
  record.note('points', { points: 3 })
  expect(kinds()).toEqual([])
  record.add(begun, 'planned')
  expect(kinds()).toEqual([['points', 'planned']])
  gates[0]?.resolve()
  await record.written()
  record.note('step', {})
  const all = record.written()
  gates[1]?.resolve()
  await all
  expect(kinds()).toEqual([['points', 'planned'], ['step']])
})

test('a statement that fails is heard of at once, and nothing is written after it', async () => {
  const { record, gates, heard, kinds } = slowRecord()
  record.add(begun, 'planned')
  record.add(begun, 'tweet')
  gates[0]?.reject(new Error('lost its place'))
  await expect.poll(() => heard).toHaveLength(1)
  record.add(begun, 'tweet')
  await expect(record.written()).rejects.toThrow('lost its place')
  await expect(record.rest()).rejects.toThrow('lost its place')
  expect(kinds()).toEqual([['planned']])
})

test('the rest is given once what is under way is written, and isn’t lost where it is not written along', async () => {
  const { record, gates, kinds } = slowRecord()
  record.add(begun, 'tweet')
  record.note('step', { step: 'checking' })
  const rest = record.rest()
  gates[0]?.resolve()
  expect(await rest).toEqual([{ kind: 'step', data: { step: 'checking' } }])
  expect(kinds()).toEqual([['tweet']])
  const all = record.written()
  gates[1]?.resolve()
  await all
  expect(kinds()).toEqual([['tweet'], ['step']])
})
