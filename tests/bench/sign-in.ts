import { isPassword } from '#app/features/accounts/password.ts'
import { median } from '#tests/eval/cpu-ratio.ts'
import { startService } from '#tests/setup/running-service.ts'
import { addPerson, credentials, signInAs } from '#tests/setup/signed-in.ts'
import { p95Of } from './p95.ts'
import type { Figure } from './ratio.ts'

const pairs = 9
const signInsARun = 60

/**
 * What signing in takes beside the hash, at the 95th percentile: form to session through the real web process, with limits,
 * audit trail and claim, against the same hash verified as often by itself, by as many at once. In milliseconds.
 */
export async function signIn(): Promise<Figure[]> {
  const service = await startService({})
  try {
    const kept = await addPerson(service)
    const cookie = await newBrowser(service.address)
    const signInOnce = async () => void (await signInAs(service.address, cookie))
    const hashOnce = async () => {
      if (!(await isPassword(kept, credentials.password))) throw new Error('the hash does not fit')
    }
    const figures: Figure[] = []
    for (const atOnce of [1, 2]) {
      await p95Of(signInOnce, { times: signInsARun, atOnce })
      const extras: number[] = []
      for (let pair = 0; pair < pairs; pair += 1) {
        const hashing = await p95Of(hashOnce, { times: signInsARun, atOnce })
        extras.push((await p95Of(signInOnce, { times: signInsARun, atOnce })) - hashing)
      }
      const name = `sign-in p95 less the hash’s own, ${atOnce} at once, ms`
      figures.push({ name, ratio: median(extras), bar: { atMost: 20 } })
    }
    return figures
  } finally {
    await service.close()
  }
}

/** The cookie of a browser that comes back: signing in there is no news to anybody. */
async function newBrowser(address: string): Promise<string> {
  const answer = await fetch(`${address}/sign-in`)
  await answer.text()
  return answer.headers.getSetCookie()[0]?.split(';', 1)[0] ?? ''
}
