import { startArticleSite } from '#tests/setup/article-site.ts'
import { type RunningService, startService } from '#tests/setup/running-service.ts'
import { addPerson, signInAs } from '#tests/setup/signed-in.ts'

export type OwnThread = {
  service: RunningService
  /** The thread's page, and where its progress is asked for. */
  page: string
  progress: string
  /** Of the browser in which its owner is signed in. */
  cookie: string
  close(): Promise<void>
}

/** A service with somebody who is signed in, and a thread of theirs that is ready. */
export async function ownThread(variables: Record<string, string> = {}): Promise<OwnThread> {
  const site = await startArticleSite()
  const service = await startService(variables)
  const close = async () => {
    await service.close()
    await site.close()
  }
  try {
    await addPerson(service)
    const { page, cookie: visitor } = await service.write(site.url)
    const cookie = await signInAs(service.address, visitor)
    return { service, page, progress: `${page}/progress`, cookie, close }
  } catch (error) {
    await close()
    throw error
  }
}
