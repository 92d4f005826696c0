import { seconds } from '../durations.ts'
import { reasonOf } from '../error-reason.ts'
import type { Logger } from '../logger.server.ts'

/** What isn't one node's alone: all that there is without a cluster. */
export const everyNode = 'every node'

/** How long a node that did not answer is left alone. */
const restFor = seconds(1)

/** Who does not answer at the moment. It logs one line when one goes and one when it comes back, however often it is asked. */
export function watchSilence(logger: Logger) {
  const restUntil = new Map<string, number>()
  const told = (node: string) => (node === everyNode ? {} : { node })
  return {
    isResting: (node: string) => Date.now() < (restUntil.get(node) ?? 0),
    began(node: string, error: unknown) {
      if (!restUntil.has(node))
        logger.warn({ error: reasonOf(error), ...told(node) }, 'Redis does not answer; going on without it')
      restUntil.set(node, Date.now() + restFor)
    },
    heard(node: string) {
      if (restUntil.delete(node)) logger.info(told(node), 'Redis answers again')
    },
  }
}
