/**
 * The promise's outcome, or an error when it has taken `ms`. An answer that lies there already when a busy process gets
 * round to looking counts as in time. What comes of the promise later is dropped.
 */
export function inTime<T>(promise: Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = () => reject(new Error(`no answer within ${ms} ms`))
    // Timers come first in a turn of the event loop, sockets after them, and immediates after those.
    const timer = setTimeout(() => setImmediate(() => setImmediate(late)), ms)
    promise.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
