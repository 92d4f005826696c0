import { everybody, intent, type RouteRow, row, signedIn, signedOut } from './cells.ts'
import { passwordOfAll } from './people.ts'

const wrong = { email: 'person@example.com', password: 'not the password of anybody' }
const noToken = { token: 'A'.repeat(43) }
const noCode = ({ nothing }: { nothing: string }) => ({ request: nothing, code: '000000' })

/** Who gets what from the pages that lead into an account and those of one’s own. */
export const accountRoutes: Record<string, RouteRow> = {
  'routes/sign-up': {
    get: signedOut(200),
    post: {
      'sign-up': intent(signedOut(200), 'sign-up', ({ nothing }) => ({
        email: `${nothing}@example.com`,
        password: passwordOfAll,
      })),
      // Whose address is taken is nobody's to learn.
      'sign-up taken': intent(signedOut(200), 'sign-up', ({ email }) => ({ email, password: passwordOfAll })),
    },
  },
  'routes/sign-in': {
    get: signedOut(200),
    post: { password: intent(signedOut(422), 'password', () => wrong) },
  },
  'routes/sign-in_.code': {
    get: signedOut(200),
    post: {
      address: intent(everybody(302), 'address', ({ email }) => ({ email })),
      code: intent(signedOut(422), 'code', noCode),
    },
  },
  'routes/sign-in_.link': {
    get: everybody(200),
    post: { link: intent(everybody(410), 'link', () => noToken) },
  },
  'routes/sign-in_.two-factor': {
    get: signedOut(200),
    post: { code: row(signedOut(422), noCode) },
  },
  // To the provider's page, and for who is in to their own.
  'routes/sign-in_.$provider': { get: everybody('sign-in'), post: { out: row(everybody(302)) } },
  // Who comes from nowhere gets nothing by it.
  'routes/sign-in_.$provider_.callback': { get: signedIn(302), post: {} },
  'routes/sign-out': { get: everybody(302), post: { out: row(everybody(302)) } },
  'routes/forgot': {
    get: everybody(200),
    post: { forgot: intent(everybody(200), 'forgot', ({ email }) => ({ email })) },
  },
  'routes/reset': {
    get: everybody(200),
    post: { reset: row(everybody(410), () => ({ ...noToken, password: passwordOfAll })) },
  },
  'routes/verify': {
    get: everybody(200),
    post: {
      'sign-up': intent(everybody(410), 'sign-up', () => noToken),
      change: intent(signedIn(410), 'change', () => noToken),
    },
  },
  // On a computer of one's own, as here; in production there is no such page.
  'routes/outbox': { get: everybody(200), post: {} },
  'routes/outbox_.preview': { get: everybody(200), post: {} },
  'routes/account._index': {
    get: signedIn(200),
    post: {
      name: intent(signedIn(302), 'name', () => ({ name: 'Whoever may' })),
      email: intent(signedIn(302), 'email', ({ nothing }) => ({
        email: `${nothing}@example.com`,
        password: passwordOfAll,
      })),
      password: intent(signedIn(302), 'password', () => ({ present: passwordOfAll, chosen: passwordOfAll })),
      'password unknown': intent(signedIn(422), 'password', () => ({
        present: wrong.password,
        chosen: passwordOfAll,
      })),
      'end-session': intent(signedIn(302), 'end-session', ({ sessionId }) => ({ sessionId })),
      'end-others': intent(signedIn(302), 'end-others'),
      'connect-github': intent(signedIn(302), 'connect-github', () => ({ password: passwordOfAll })),
      'connect-github unknown': intent(signedIn(422), 'connect-github', () => ({ password: wrong.password })),
      'connect-google': intent(signedIn(404), 'connect-google', () => ({ password: passwordOfAll })),
      disconnect: intent(signedIn(302), 'disconnect', () => ({ provider: 'github' })),
      unknown: intent(signedIn(400), 'none'),
    },
  },
  // Where the digest was chosen before; it leads on.
  'routes/account.digest': { get: everybody(301), post: {} },
  'routes/account.mail': {
    get: signedIn(200),
    post: {
      keep: intent(signedIn(302), 'keep', () => ({ rhythm: 'weekly', hour: '8', weekday: '1', zone: 'UTC' })),
      'keep otherwise': intent(signedIn(422), 'keep', () => ({
        rhythm: 'weekly',
        hour: '24',
        weekday: '1',
        zone: 'UTC',
      })),
      wishes: intent(signedIn(302), 'wishes', () => ({ news: 'on' })),
      unknown: intent(signedIn(400), 'none'),
    },
  },
  // Known by a link that nobody can make up.
  'routes/mail': {
    get: everybody(404),
    post: {
      stop: intent(everybody(404), 'stop'),
      delete: intent(everybody(404), 'delete'),
      'one click': row(everybody(404), () => ({ 'List-Unsubscribe': 'One-Click' })),
    },
  },
  'routes/digest': { get: everybody(404), post: { stop: intent(everybody(404), 'stop') } },
  // Threads aren’t counted in the matrix's Threadr, so there are none to get.
  'routes/leave-address': {
    get: signedOut(404),
    post: { leave: intent(signedOut(404), 'leave-address', ({ email }) => ({ email })) },
  },
  'routes/leave-address_.confirm': {
    get: everybody(200),
    post: { confirm: intent(everybody(410), 'confirm', () => noToken) },
  },
  'routes/account.privacy': {
    get: signedIn(200),
    post: {
      export: intent(signedIn(302), 'export'),
      keep: intent(signedIn(302), 'keep', () => ({ keepDays: '90' })),
      'keep otherwise': intent(signedIn(422), 'keep', () => ({ keepDays: '7' })),
      end: intent(signedIn(302), 'end', () => ({ password: passwordOfAll })),
      stay: intent(signedIn(302), 'stay'),
      unknown: intent(signedIn(400), 'none'),
    },
  },
  // Nothing is sold in the matrix's Threadr.
  'routes/pricing': {
    get: everybody(200),
    post: { buy: intent({ ...signedOut(302), else: 404 }, 'buy', () => ({ interval: 'month' })) },
  },
  'routes/account.plan': {
    get: signedIn(200),
    post: { manage: intent(signedIn(404), 'manage'), unknown: intent(signedIn(400), 'none') },
  },
  'routes/webhooks.resend': { get: everybody(405), post: { event: row(everybody(404)) } },
  'routes/webhooks.stripe': { get: everybody(405), post: { event: row(everybody(404)) } },
  'routes/account.exports.$exportId': { get: signedIn(404), post: {} },
  'routes/account.numbers': { get: signedIn(200), post: {} },
  'routes/account.activity': { get: signedIn(200), post: {} },
  'routes/account.two-factor': {
    get: signedIn(200),
    post: {
      begin: intent(signedIn(302), 'begin', () => ({ password: passwordOfAll })),
      confirm: intent(signedIn(422), 'confirm', () => ({ code: '000000' })),
      renew: intent(signedIn(422), 'renew', () => ({ password: wrong.password })),
      end: intent(signedIn(302), 'end', () => ({ password: passwordOfAll })),
    },
  },
}
