/**
 * Hears SIGINT, SIGTERM and SIGHUP from now until the process ends, so that a second one (npm forwards what a terminal
 * has sent already) can't cut off what the first one began.
 */
export function hearStopRequests(): AbortSignal {
  const request = new AbortController()
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, () => request.abort())
  // A reader may have gone, or the terminal was closed. Unheard, that would end the process in the middle of its stop;
  // whoever has to know hears of it where it writes.
  for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})
  return request.signal
}

/** Resolves with null once the signal is given. */
export const aborted = (signal: AbortSignal): Promise<null> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve(null)
    else signal.addEventListener('abort', () => resolve(null), { once: true })
  })
