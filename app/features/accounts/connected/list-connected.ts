import { paths } from '#app/paths.ts'
import type { Db } from '#app/platform/db.server.ts'
import type { ProviderSettings } from '#app/platform/provider-settings.ts'
import { type ProviderName, providerNames, providerTitles } from '#app/platform/sign-in-providers.ts'

export type OfferedProvider = {
  name: ProviderName
  title: string
  /** Where a form is sent that begins the way there. */
  action: string
}

/** The providers that people may sign in through here. */
export const offeredProviders = (settings: ProviderSettings): OfferedProvider[] =>
  providerNames
    .filter((name) => settings[name] !== null)
    .map((name) => ({ name, title: providerTitles[name], action: paths.provider(name) }))

export type Connection = Omit<OfferedProvider, 'action'> & {
  /** Null where it is not connected. */
  connectedSince: string | null
  /** Whether its keys are set, so that it can be connected and signed in through. */
  isOffered: boolean
}

/** What a person is connected with, and could be: also what isn't offered any more, so that they can be rid of it. */
export async function listConnections(
  db: Db,
  settings: ProviderSettings,
  userId: string,
): Promise<Connection[]> {
  const rows = await db.connectedAccount.findMany({ where: { userId } })
  return providerNames.flatMap((name) => {
    const row = rows.find(({ provider }) => provider === name)
    const isOffered = settings[name] !== null
    if (!row && !isOffered) return []
    const connectedSince = row?.createdAt.toISOString() ?? null
    return [{ name, title: providerTitles[name], isOffered, connectedSince }]
  })
}
