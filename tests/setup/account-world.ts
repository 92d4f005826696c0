import { answerAccountRequest } from '#app/features/accounts/answer-account-request.ts'
import { hashNewPassword } from '#app/features/accounts/password.ts'
import type { Role } from '#app/features/accounts/permissions.ts'
import { readOutbox } from '#app/features/mail/read-outbox.ts'
import { action as signInAction } from '#app/routes/sign-in.tsx'
import { browserOf } from './route-world.ts'
import type { TestDatabase } from './test-database.ts'

export const goodPassword = 'seven bridges at dusk'
let people = 0

export type TestBrowser = ReturnType<typeof browserOf>

/** People, their browsers, and the worker's answers, over a test database. */
export function accountWorld(
  database: TestDatabase,
  /** What every browser's Threadr is set to, beside what a browser is given of its own. */
  settings: () => Record<string, string> = () => ({}),
) {
  const browser = (variables: Record<string, string> = {}) =>
    browserOf(database, { ...settings(), ...variables })
  const { sealer } = browserOf(database)

  /** Does what the worker does for every address that was given since. */
  async function answerAll(): Promise<void> {
    const { prisma } = database.owner
    const waiting = await prisma.accountRequest.findMany({ where: { tokenHash: null, usedAt: null } })
    for (const { id } of waiting)
      await answerAccountRequest({ prisma, sealer, appUrl: 'https://threadr.example' }, id)
  }

  /** The messages to an address, the newest first. */
  async function mailsTo(email: string) {
    await answerAll()
    const mails = await readOutbox(database.owner.prisma, sealer)
    return mails
      .filter(({ to }) => to === email)
      .map(({ subject, text }) => ({
        subject,
        text,
        token: /[?&]token=([\w-]+)/.exec(text)?.[1] ?? '',
        code: /^\d{6}$/m.exec(text)?.[0] ?? '',
      }))
  }
  async function mailTo(email: string) {
    const [mail] = await mailsTo(email)
    if (!mail) throw new Error(`nothing was written to ${email}`)
    return mail
  }

  /** Somebody with an account. */
  async function person({ password = goodPassword, role = 'user' }: { password?: string; role?: Role } = {}) {
    people += 1
    const email = `person${people}@example.com`
    const passwordHash = await hashNewPassword(password, { email })
    const { id } = await database.owner.prisma.user.create({
      data: { email, name: `Person ${people}`, passwordHash, role },
    })
    return { id, userId: id, email, password }
  }

  /** Signs in with a password, and gives the page's answer. */
  const signIn = (
    inBrowser: TestBrowser,
    { email, password, ...rest }: { email: string; password: string; next?: string },
  ) => inBrowser.request(signInAction, '/sign-in', { form: { intent: 'password', email, password, ...rest } })

  /** Somebody who is signed in, and their browser. */
  async function signedIn(as: { role?: Role } = {}) {
    const who = await person(as)
    const theirs = browser()
    await signIn(theirs, who)
    return { ...who, browser: theirs }
  }
  return { browser, sealer, mailTo, mailsTo, person, signIn, signedIn }
}

/** What is wrong at the fields of a form that was answered; throws where it was taken. */
export function errorsOf(answer: unknown): Record<string, string> {
  if (typeof answer === 'object' && answer !== null && 'data' in answer) {
    const { data } = answer
    if (typeof data === 'object' && data !== null && 'errors' in data)
      return data.errors as Record<string, string>
  }
  throw new Error('the form was taken')
}

/** Where an answer leads; throws where it is none that leads anywhere. */
export function whereTo(answer: unknown): string {
  const location = answer instanceof Response ? answer.headers.get('Location') : null
  if (location === null) throw new Error(`it leads nowhere: ${JSON.stringify(answer)}`)
  return location
}
