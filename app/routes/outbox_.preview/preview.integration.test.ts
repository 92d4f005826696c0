import { describe, expect, test } from 'vitest'
import { mailTemplates } from '#app/features/mail/templates.ts'
import { browserOf } from '#tests/setup/route-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { loader } from './route.tsx'

const database = cloneTestDatabase()
const look = (path: string, variables: Record<string, string> = {}) =>
  browserOf(database, variables).request(loader, path)

describe('the page of messages', () => {
  test('lists every message, and shows one as it would be sent', async () => {
    const { data } = await look('/outbox/preview')
    expect(data.mails.map(({ name }) => name).sort()).toEqual(Object.keys(mailTemplates).sort())
    expect(data.shown).toBeNull()
    const { shown } = (await look('/outbox/preview?template=digest')).data
    expect(shown?.html).toContain('How the night trains came back')
    expect(shown?.text).toContain('- How the night trains came back')
    expect(shown?.facts).toContainEqual({ name: 'Kind', value: 'digest' })
  })

  test('knows no message that there isn’t, and isn’t there in production', async () => {
    await expect(look('/outbox/preview?template=toString')).rejects.toMatchObject({ status: 404 })
    const production = {
      THREADR_ENV: 'production',
      APP_URL: 'https://threadr.example',
      SESSION_SECRET: 'k'.repeat(16) + 'v'.repeat(16),
      ENCRYPTION_KEY: 'e'.repeat(16) + 'k'.repeat(16),
    }
    await expect(look('/outbox/preview', production)).rejects.toMatchObject({ status: 404 })
  })
})
