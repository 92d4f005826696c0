import { expect, test } from 'vitest'
import { SharedWork } from './shared-work.ts'

/** Work that is done when the test says so. */
function workshop() {
  const shared = new SharedWork<string>()
  const works: { signal: AbortSignal; finish: (value: string) => void; fail: (error: Error) => void }[] = []
  const join = (key: string, signal?: AbortSignal) =>
    shared.join(
      key,
      signal,
      (own) =>
        new Promise((resolve, reject) => {
          works.push({ signal: own, finish: resolve, fail: reject })
        }),
    )
  return { works, join }
}

test('those who ask for the same at the same time share one work, and its failure', async () => {
  const { works, join } = workshop()
  const both = [join('a'), join('a')]
  const other = join('b')
  expect(works).toHaveLength(2)
  works[0]!.finish('done')
  works[1]!.fail(new Error('no'))
  expect(await Promise.all(both)).toEqual(['done', 'done'])
  await expect(other).rejects.toThrow('no')
})

test('what is over is begun anew', async () => {
  const { works, join } = workshop()
  const first = join('a')
  works[0]!.finish('one')
  await first
  const second = join('a')
  works[1]!.finish('two')
  expect(await second).toBe('two')
})

test('one who leaves takes nothing from the others', async () => {
  const { works, join } = workshop()
  const control = new AbortController()
  const leaving = join('a', control.signal)
  const staying = join('a', new AbortController().signal)
  control.abort(new Error('gone'))
  await expect(leaving).rejects.toThrow('gone')
  expect(works[0]!.signal.aborted).toBe(false)
  works[0]!.finish('done')
  expect(await staying).toBe('done')
})

test('when the last has left the work is ended, and the next begins its own', async () => {
  const { works, join } = workshop()
  const controls = [new AbortController(), new AbortController()]
  const leaving = controls.map((control) => join('a', control.signal))
  for (const control of controls) control.abort(new Error('gone'))
  for (const each of leaving) await expect(each).rejects.toThrow('gone')
  expect(works[0]!.signal.aborted).toBe(true)
  const next = join('a')
  works[0]!.fail(new Error('ended'))
  works[1]!.finish('fresh')
  expect(await next).toBe('fresh')
})

test('who left before asking begins nothing', async () => {
  const { works, join } = workshop()
  await expect(join('a', AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone')
  expect(works).toHaveLength(0)
})
