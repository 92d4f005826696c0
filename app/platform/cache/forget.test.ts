import { expect, test } from 'vitest'
import { createInProcessRedis } from '../redis/in-process.ts'
import { forget } from './forget.ts'

test('what was read before something changed is not put back after it', async () => {
  const redis = createInProcessRedis()
  await redis.setNew('plan', 'free', 60_000)
  expect(await redis.get('plan')).toBe('free')
  await forget(redis, 'plan', 50)
  await redis.setNew('plan', 'free', 60_000)
  expect(await redis.get('plan')).toBe('')
  // As long as an answer would have lived.
  await expect.poll(() => redis.get('plan')).toBeNull()
  await redis.setNew('plan', 'pro', 60_000)
  expect(await redis.get('plan')).toBe('pro')
})

test('a Redis that does not hear it is told again until it does', async () => {
  const redis = createInProcessRedis()
  let isHearing = false
  let told = 0
  const deaf = {
    ...redis,
    async set(...given: Parameters<typeof redis.set>) {
      told += 1
      return isHearing && redis.set(...given)
    },
  }
  await redis.setNew('session', 'somebody', 60_000)
  await forget(deaf, 'session', 60_000)
  expect(await redis.get('session')).toBe('somebody')
  isHearing = true
  await expect.poll(() => redis.get('session')).toBe('')
  expect(told).toBeGreaterThan(1)
})
