import { limitTable } from '#app/platform/limits/table.ts'
import type { RedisServer } from '#tests/setup/redis-server.ts'
import { startService } from '#tests/setup/running-service.ts'
import { addPerson, credentials, signInAs } from '#tests/setup/signed-in.ts'
import type { Outcome } from '../fault.ts'

const looks = 10
/** As many wrong passwords as somebody may send from one place. */
const may = limitTable['sign-in'].rules[0].points

/** That nobody is logged out while Redis is lost and after it, and that wrong passwords are refused from as many on as before. */
export async function whatStays(
  redis: RedisServer,
  lose: (redis: RedisServer) => unknown,
  bringBack: (redis: RedisServer) => unknown,
): Promise<Outcome> {
  const service = await startService({ REDIS_URL: redis.url, LIMITS_FACTOR: '1' }, { processes: ['web'] })
  try {
    await addPerson(service)
    const cookie = await signInAs(service.address, '')
    const signedIn = async () => {
      let times = 0
      for (let look = 0; look < looks; look += 1) {
        const answer = await fetch(`${service.address}/account`, { headers: { cookie }, redirect: 'manual' })
        await answer.arrayBuffer()
        if (answer.status === 200) times += 1
      }
      return times
    }
    const before = await signedIn()
    await lose(redis)
    const without = await signedIn()
    const tried = await wrongPasswords(service.address)
    await bringBack(redis)
    const after = await signedIn()
    return {
      ok: [before, without, after].every((times) => times === looks) && tried === may,
      seen: `signed in at ${without} of ${looks} looks without it and ${after} after it; ${tried} wrong passwords tried (${may} allowed)`,
    }
  } finally {
    await service.close()
  }
}

/** How many are looked at before they are refused for being too many. */
async function wrongPasswords(address: string): Promise<number> {
  for (let tried = 0; tried < may * 3; tried += 1) {
    const answer = await fetch(`${address}/sign-in`, {
      method: 'POST',
      body: new URLSearchParams({ intent: 'password', email: credentials.email, password: `wrong ${tried}` }),
      redirect: 'manual',
    })
    await answer.arrayBuffer()
    if (answer.status === 429) return tried
  }
  return Number.POSITIVE_INFINITY
}
