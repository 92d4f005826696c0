import type pg from 'pg'
import { createSharedBreaker, type SharedBreakerOptions } from '#app/platform/resilience/shared-breaker.ts'
import { type ChatClientOptions, createChatClient } from '../chat.server.ts'
import type { Provider } from './call-once.ts'
import { createModelDoor, type DoorOptions, type ModelDoor } from './door.ts'

type Settings = Pick<ChatClientOptions, 'apiKey' | 'baseUrl' | 'model' | 'api'>

export type OpenDoorOptions = Omit<DoorOptions, 'providers'> & {
  pool: pg.Pool
  first: Settings
  /** Tried when the first's breaker is open, or its tries are used up. */
  fallback: Settings | null
  /** Clocks other than the usual ones. */
  clocks?: Pick<ChatClientOptions, 'timeoutMs' | 'idleMs' | 'totalMs'>
  breaker?: Omit<SharedBreakerOptions, 'pool' | 'name'>
}

/** A door to the models that are configured, whose breakers all processes on this database share. */
export function openModelDoor({
  pool,
  first,
  fallback,
  clocks,
  breaker,
  ...options
}: OpenDoorOptions): ModelDoor {
  const { onTrouble } = options
  const provider = (name: string, settings: Settings): Provider => ({
    name,
    model: settings.model,
    client: createChatClient({ ...settings, ...clocks }),
    breaker: createSharedBreaker({
      pool,
      name: nameOf(settings),
      ...(onTrouble && { onTrouble }),
      ...breaker,
    }),
  })
  return createModelDoor({
    ...options,
    providers: [provider('first', first), ...(fallback ? [provider('fallback', fallback)] : [])],
  })
}

/** What fails together: a server and a model on it. Nothing secret that an address may hold is kept. */
function nameOf({ baseUrl, model }: Settings): string {
  if (!baseUrl) return `openai ${model}`
  const { host, pathname } = new URL(baseUrl)
  return `${host}${pathname} ${model}`
}
