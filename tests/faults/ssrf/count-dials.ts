import { createHook } from 'node:async_hooks'

/** How many TCP connections this process begins while the work goes on, to wherever; a mere look-up is none. */
export async function countDials(work: () => Promise<void>): Promise<number> {
  let dials = 0
  const hook = createHook({
    init(_id, type) {
      if (type === 'TCPCONNECTWRAP') dials += 1
    },
  }).enable()
  try {
    await work()
  } finally {
    hook.disable()
  }
  return dials
}
