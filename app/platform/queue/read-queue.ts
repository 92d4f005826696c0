import type pg from 'pg'
import { z } from 'zod'

const rowsSchema = z.array(
  z.object({
    task: z.string(),
    state: z.enum(['ready', 'running', 'scheduled', 'failed']),
    jobs: z.number(),
    age_seconds: z.number(),
  }),
)

export type QueueRow = {
  /** The job's name, without the lane that it waits in. */
  task: string
  state: 'ready' | 'running' | 'scheduled' | 'failed'
  jobs: number
  /** How long the oldest that is ready has been; 0 for other states. */
  ageSeconds: number
}

/** How many jobs there are of each task and state. Jobs of commands wait for those alone and count as their own tasks' here. */
export async function readQueue(pool: pg.Pool): Promise<QueueRow[]> {
  const { rows } = await pool.query(
    'select task, state, jobs, age_seconds from queue_state() order by task, state',
  )
  return rowsSchema.parse(rows).map(({ task, age_seconds, ...row }) => ({
    ...row,
    task: task.split(':')[0] ?? task,
    ageSeconds: Math.max(0, age_seconds),
  }))
}
