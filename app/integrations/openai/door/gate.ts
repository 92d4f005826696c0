import { bulkhead } from 'cockatiel'
import { modelBusy, modelStopped } from '../failures.ts'

/**
 * Lets so many through at once in this process, and so many more wait. `enter` gives the way to leave again; it throws
 * model-busy where even the waiting are too many, and model-stopped when `signal` is aborted before its turn.
 */
export function createGate(atOnce: number, waiting: number) {
  const policy = bulkhead(atOnce, waiting)
  return {
    enter: (signal: AbortSignal): Promise<() => void> =>
      new Promise((resolve, reject) => {
        const stop = () => reject(modelStopped(signal.reason))
        if (signal.aborted) return stop()
        signal.addEventListener('abort', stop, { once: true })
        policy
          .execute(
            () =>
              new Promise<void>((leave) => {
                signal.removeEventListener('abort', stop)
                resolve(leave)
              }),
            signal,
          )
          .catch(() => {
            signal.removeEventListener('abort', stop)
            reject(signal.aborted ? modelStopped(signal.reason) : modelBusy())
          })
      }),
  }
}
