import { expect, test } from 'vitest'
import { replaceRecoveryCodes, takeRecoveryCode } from '#app/features/accounts/two-factor/recovery-codes.ts'
import { openSeed, sealSeed } from '#app/features/accounts/two-factor/seed.ts'
import { queueMail } from '#app/features/mail/queue-mail.ts'
import { readOutbox } from '#app/features/mail/read-outbox.ts'
import { createSealer } from '#app/platform/sealer.server.ts'
import { accountWorld } from '#tests/setup/account-world.ts'
import { cloneTestDatabase } from '#tests/setup/test-database.ts'
import { resealSecrets } from './reseal-secrets.ts'

const database = cloneTestDatabase()
const { person } = accountWorld(database)
const [old, young, lost] = ['old', 'young', 'lost'].map((name) => `a-key-of-the-tests-${name}-0123456789`)
const before = createSealer([old ?? ''])
const rotating = createSealer([young ?? '', old ?? ''])
const after = createSealer([young ?? ''])

const reseal = (isTrial = false) => resealSecrets(database.owner, rotating, { isTrial })
const column = async (name: string, isTrial = false) =>
  (await reseal(isTrial)).columns.find((each) => each.name === name)

async function withSeed(seed: string, sealer = before) {
  const { id } = await person()
  await database.owner.prisma.user.update({ where: { id }, data: { totpSeed: sealSeed(sealer, seed) } })
  return id
}
const seedOf = async (id: string) =>
  (await database.owner.prisma.user.findUniqueOrThrow({ where: { id } })).totpSeed ?? ''

test('a trial counts and changes nothing; then the old key is needed no more, and doing it again does nothing', async () => {
  const id = await withSeed('JBSWY3DPEHPK3PXP')
  await database.owner.prisma.$transaction((tx) =>
    queueMail(tx, before, {
      to: 'ada@example.com',
      template: 'reset',
      subject: 'x',
      paragraphs: ['A link that lets in.'],
    }),
  )
  const [sealed, events] = [await seedOf(id), await database.owner.prisma.auditEvent.count()]
  expect(await column('users.totp_seed', true)).toMatchObject({ resealed: 1, current: 0 })
  expect(await seedOf(id)).toBe(sealed)
  expect(await database.owner.prisma.auditEvent.count()).toBe(events)

  expect(await column('users.totp_seed')).toMatchObject({ resealed: 1, changed: 0, unopened: [] })
  expect(openSeed(after, await seedOf(id))).toBe('JBSWY3DPEHPK3PXP')
  expect((await readOutbox(database.owner.prisma, after))[0]?.text).toContain('A link that lets in.')
  const resealed = await seedOf(id)
  expect(await column('users.totp_seed')).toMatchObject({ resealed: 0, current: 1 })
  expect(await seedOf(id)).toBe(resealed)
  const event = await database.owner.prisma.auditEvent.findFirst({
    where: { action: 'secrets.resealed' },
    orderBy: { id: 'asc' },
  })
  expect(event).toMatchObject({ subjectId: rotating.keyId, data: { 'users.totp_seed': 1, 'mails.body': 1 } })
})

test('many batches are gone through, each row once', async () => {
  const sealed = Array.from({ length: 450 }, (_, number) => before.seal('mail body', `body ${number}`))
  await database.owner.pool.query(
    `insert into mails (id, "to", template, subject, body) select gen_random_uuid(), 'many@example.com', 'reset', 'x', unnest($1::text[])`,
    [sealed],
  )
  expect(await column('mails.body')).toMatchObject({ resealed: 450, unopened: [] })
  const mails = await database.owner.prisma.mail.findMany({ where: { to: 'many@example.com' } })
  const texts = new Set(mails.map(({ body }) => after.open('mail body', body ?? '')))
  expect(texts.size).toBe(450)
})

test('what no key opens is told by its id, and left as it is', async () => {
  const id = await withSeed('JBSWY3DPEHPK3PXP', createSealer([lost ?? '']))
  const damaged = await withSeed('JBSWY3DPEHPK3PXP', after)
  await database.owner.prisma.user.update({
    where: { id: damaged },
    data: { totpSeed: `v1.${after.keyId}.AAAA.AAAA` },
  })
  const kept = await seedOf(id)
  const { unopened } = (await column('users.totp_seed')) ?? {}
  expect(unopened).toEqual([id, damaged].sort())
  expect(await seedOf(id)).toBe(kept)
})

test('what somebody writes in the same moment stays what they wrote', async () => {
  const id = await withSeed('JBSWY3DPEHPK3PXP')
  const chosen = sealSeed(before, 'KRSXG5CTMVRXEZLU')
  const client = await database.owner.pool.connect()
  try {
    await client.query('begin')
    await client.query('update users set totp_seed = $1 where id = $2', [chosen, id])
    const running = column('users.totp_seed')
    await waitsForLock()
    await client.query('commit')
    expect(await running).toMatchObject({ changed: 1, resealed: 0 })
  } finally {
    client.release()
  }
  expect(await seedOf(id)).toBe(chosen)
  expect(await column('users.totp_seed')).toMatchObject({ changed: 0, resealed: 1 })
  expect(openSeed(after, await seedOf(id))).toBe('KRSXG5CTMVRXEZLU')
})

test('recovery codes hold under the key they were made with, and people who need that key are named', async () => {
  const { id: userId } = await person()
  const { prisma } = database.owner
  const [code = '', other = ''] = await prisma.$transaction((tx) => replaceRecoveryCodes(tx, before, userId))
  expect((await reseal()).oldCodes).toEqual([userId])
  expect(await takeRecoveryCode(prisma, rotating, { userId, code })).toBe(true)
  expect(await takeRecoveryCode(prisma, after, { userId, code: other })).toBe(false)
  const [fresh = ''] = await prisma.$transaction((tx) => replaceRecoveryCodes(tx, rotating, userId))
  expect((await reseal()).oldCodes).toEqual([])
  expect(await takeRecoveryCode(prisma, after, { userId, code: fresh })).toBe(true)
})

test('recovery codes from before digests named their key hold too', async () => {
  const { id: userId } = await person()
  const codeHash = before.digest('recovery code', `${userId} abcdefghjk`).split('.')[1] ?? ''
  await database.owner.prisma.recoveryCode.create({ data: { userId, codeHash } })
  expect((await reseal()).oldCodes).toEqual([userId])
  expect(await takeRecoveryCode(database.owner.prisma, rotating, { userId, code: 'ABCDE-fghjk' })).toBe(true)
})

/** Until a statement of this database waits for a row that another holds. */
async function waitsForLock(): Promise<void> {
  const waiting = `select count(*)::int as n from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`
  while ((await database.owner.pool.query(waiting)).rows[0]?.n === 0)
    await new Promise((resolve) => setTimeout(resolve, 10))
}
