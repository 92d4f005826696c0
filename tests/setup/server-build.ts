import type { ServerBuild } from '@remix-run/node'
import { z } from 'zod'

/** The built pages, for a process that serves them itself. */
export const serverBuild = async (): Promise<ServerBuild> =>
  z.custom<ServerBuild>().parse(await import(new URL('../../build/server/index.js', import.meta.url).href))
