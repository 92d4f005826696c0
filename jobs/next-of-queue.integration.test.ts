import { setTimeout as sleep } from 'node:timers/promises'
import { expect, onTestFinished, test } from 'vitest'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { beginQueueLife } from './queue-life.ts'

const database = cloneTestDatabase()

test('the jobs of a named queue go one after the other, in their order, without a look at the queue in between', async () => {
  const { pool } = database.owner
  const began: number[] = []
  let atOnce = 0
  let mostAtOnce = 0
  const life = await beginQueueLife(
    {
      pool,
      logger: database.logger,
      taskList: {
        of_the_test: async (payload) => {
          atOnce += 1
          mostAtOnce = Math.max(mostAtOnce, atOnce)
          began.push(Number(JSON.parse(JSON.stringify(payload)).number))
          await sleep(5)
          atOnce -= 1
          // One that fails lets go of the queue likewise.
          if (began.length === 7) throw new Error('of the test')
        },
      },
      // Looked at by itself once an hour: whatever comes of it is not by that.
      preset: {
        worker: {
          concurrentJobs: 4,
          pollInterval: 3_600_000,
          completeJobBatchDelay: 0,
          failJobBatchDelay: 0,
        },
      },
    },
    1_000,
  )
  onTestFinished(life.stop)
  // By one statement, so that one word is given of all of them.
  await pool.query(
    `select graphile_worker.add_job('of_the_test', json_build_object('number', n), queue_name => 'one-by-one', max_attempts => 1)
     from generate_series(1, 40) as n`,
  )
  await expect.poll(() => began.length).toBe(40)
  expect(began).toEqual(Array.from({ length: 40 }, (_, at) => at + 1))
  expect(mostAtOnce).toBe(1)
})
