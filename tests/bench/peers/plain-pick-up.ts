import { Logger, run } from 'graphile-worker'

/**
 * Plain graphile-worker with its defaults, in a schema of its own: how long from adding a job that does nothing to the
 * start of its task, in milliseconds.
 */
export async function plainPickUp(connectionString: string) {
  let started: (at: number) => void = () => {}
  const runner = await run({
    connectionString,
    schema: 'plain_pick_up',
    noHandleSignals: true,
    logger: new Logger(() => () => {}),
    taskList: { nothing: async () => started(performance.now()) },
  })
  return {
    async pickUp(): Promise<number> {
      const start = new Promise<number>((resolve) => {
        started = resolve
      })
      const addedAt = performance.now()
      await runner.addJob('nothing', {})
      return (await start) - addedAt
    },
    close: () => runner.stop(),
  }
}
