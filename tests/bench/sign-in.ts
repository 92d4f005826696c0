import { hashNewPassword, isPassword } from '#app/features/accounts/password.ts'
import { median } from '#tests/eval/cpu-ratio.ts'
import { startService } from '#tests/setup/running-service.ts'
import type { Figure } from './ratio.ts'

const pairs = 9
const signInsARun = 20
/** Two people at a time, on a computer of two cores. */
const atOnce = 2
const password = 'seven bridges at dusk'
const email = 'ada@example.com'

/**
 * What signing in takes beside the hash, at the 95th percentile: form to session through the real web process, with limits,
 * audit trail and claim, against the same hash verified as often by itself. In milliseconds.
 */
export async function signIn(): Promise<Figure[]> {
  const service = await startService({})
  try {
    const kept = await hashNewPassword(password, { email })
    await service.pool.query(
      `insert into users (id, email, name, password_hash) values (gen_random_uuid(), $1, 'Ada', $2)`,
      [email, kept],
    )
    const cookie = await newBrowser(service.address)
    const signInOnce = () => post(service.address, cookie)
    const hashOnce = async () => {
      if (!(await isPassword(kept, password))) throw new Error('the hash does not fit')
    }
    await p95Of(signInOnce)
    const extras: number[] = []
    for (let pair = 0; pair < pairs; pair += 1) {
      const hashing = await p95Of(hashOnce)
      extras.push((await p95Of(signInOnce)) - hashing)
    }
    return [{ name: 'sign-in p95 less the hash’s own, ms', ratio: median(extras), bar: { atMost: 20 } }]
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

async function post(address: string, cookie: string): Promise<void> {
  const answer = await fetch(`${address}/sign-in`, {
    method: 'POST',
    headers: { cookie },
    body: new URLSearchParams({ intent: 'password', email, password }),
    redirect: 'manual',
  })
  await answer.text()
  if (answer.status !== 302) throw new Error(`a sign-in was answered with ${answer.status}`)
}

/** The 95th percentile of so many, so many at once, in milliseconds. */
async function p95Of(work: () => Promise<void>): Promise<number> {
  const times: number[] = []
  const worker = async () => {
    while (times.length < signInsARun) {
      const start = performance.now()
      await work()
      times.push(performance.now() - start)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  times.sort((one, other) => one - other)
  return times[Math.floor(times.length * 0.95)] ?? Number.NaN
}
