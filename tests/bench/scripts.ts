import { ensureBuilt } from '#local/build.ts'
import { gzipBytes, scriptsByRoute } from '#tests/setup/built-sizes.ts'
import type { Figure } from './ratio.ts'

const mostBytes = 120_000

/** The JavaScript that the landing page loads, as it travels. */
export async function scripts(): Promise<Figure[]> {
  await ensureBuilt(() => {})
  const bytes = gzipBytes(scriptsByRoute().get('routes/_index') ?? [])
  return [
    {
      name: `JavaScript on the landing page, gzip (${bytes} bytes) / ${mostBytes}`,
      ratio: bytes / mostBytes,
      bar: { atMost: 1 },
    },
  ]
}
