type Silence = 'silent' | 'too-slow'

/**
 * Two clocks over one request: `idleMs` without a single byte, and `totalMs` in all. The SDK's own time-out ends with
 * the response's head, so a body that stalls would otherwise be waited for as long as the connection stays open.
 * The idle clock runs only between `listen` and `pause`: while we are busy ourselves the silence is ours.
 */
export function watchSilence({ idleMs, totalMs }: { idleMs: number; totalMs: number }) {
  const controller = new AbortController()
  const stop = (reason: Silence) => () => controller.abort(reason)
  const total = setTimeout(stop('too-slow'), totalMs)
  let idle: NodeJS.Timeout | null = null

  const pause = () => {
    if (idle) clearTimeout(idle)
    idle = null
  }

  const watchedFetch: typeof fetch = async (input, init) => {
    const response = await fetch(input, init)
    if (!response.body) return response
    const counted = response.body.pipeThrough(
      new TransformStream<Uint8Array, Uint8Array>({
        transform(bytes, next) {
          idle?.refresh()
          next.enqueue(bytes)
        },
      }),
    )
    const { status, statusText, headers } = response
    return new Response(counted, { status, statusText, headers })
  }

  return {
    signal: controller.signal,
    fetch: watchedFetch,
    listen() {
      pause()
      idle = setTimeout(stop('silent'), idleMs)
    },
    pause,
    close() {
      pause()
      clearTimeout(total)
    },
  }
}
