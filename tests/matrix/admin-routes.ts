import { addressHash } from '#app/features/mail/suppressions.ts'
import { type Answer, type Cells, type FormRow, intent, type RouteRow, row } from './cells.ts'
import type { Names } from './world.ts'

/** For whoever has no role there is no such page, whatever is sent to it. */
const staff = (support: Answer, admin: Answer): Cells => ({ support, admin, else: 404 })
const changing = (form: FormRow, ...mayChange: ('support' | 'admin')[]): FormRow => ({ ...form, mayChange })

const theCase = ({ userId, caseSeen }: Names) => ({ userId, seen: caseSeen })

/** Who gets what from the pages for support and admins; what they are about is the person who owns a thread. */
export const adminRoutes: Record<string, RouteRow> = {
  'routes/admin._index': { get: staff(200, 200), post: {} },
  'routes/admin.users.$userId': {
    get: staff(200, 200),
    post: {
      suspend: changing(intent(staff(403, 302), 'suspend'), 'admin'),
      restore: changing(intent(staff(403, 302), 'restore'), 'admin'),
      reset: intent(staff(302, 302), 'reset'),
      'end-sessions': changing(intent(staff(302, 302), 'end-sessions'), 'support', 'admin'),
      role: changing(
        intent(staff(403, 302), 'role', () => ({ role: 'support' })),
        'admin',
      ),
      'role unknown': intent(staff(422, 422), 'role', () => ({ role: 'owner' })),
      // Nothing is sold in the matrix's Threadr.
      sync: intent(staff(404, 404), 'sync'),
      'see-as': intent(staff(403, 302), 'see-as'),
      'see-as at a thread': intent(staff(403, 302), 'see-as', ({ threadId }) => ({ thread: threadId })),
      unknown: intent(staff(400, 400), 'none'),
    },
  },
  // The person has a case again whenever one was decided.
  'routes/admin.review': {
    get: staff(200, 200),
    post: {
      clear: changing(intent(staff(302, 302), 'cleared', theCase), 'support', 'admin'),
      keep: changing(intent(staff(302, 302), 'kept', theCase), 'support', 'admin'),
      suspend: changing(intent(staff(403, 302), 'suspended', theCase), 'admin'),
      'clear another state': intent(staff(409, 409), 'cleared', (names) => ({
        ...theCase(names),
        seen: '0',
      })),
      'keep nobody': intent(staff(404, 404), 'kept', ({ nothing, caseSeen }) => ({
        userId: nothing,
        seen: caseSeen,
      })),
      unknown: intent(staff(400, 400), 'none', theCase),
    },
  },
  'routes/admin.mail': {
    get: staff(200, 200),
    post: {
      suppress: intent(staff(403, 302), 'suppress', () => ({ email: 'nobody@example.com' })),
      'suppress no address': intent(staff(403, 422), 'suppress', () => ({ email: 'nobody' })),
      // The address that the row before has listed.
      lift: intent(staff(403, 302), 'lift', () => ({ hash: addressHash('nobody@example.com') })),
      'lift nothing': intent(staff(403, 404), 'lift', () => ({ hash: addressHash('other@example.com') })),
      unknown: intent(staff(403, 400), 'none'),
    },
  },
  // No alert fires in the matrix's Threadr.
  'routes/admin.alerts': {
    get: staff(200, 200),
    post: {
      acknowledge: intent(staff(403, 409), 'acknowledge', ({ nothing }) => ({ alertId: nothing })),
      tell: intent(staff(403, 302), 'tell', () => ({ title: 'Slow', text: 'We look.', component: 'all' })),
      'tell nothing': intent(staff(403, 422), 'tell', () => ({ title: '', text: '', component: 'all' })),
      resolve: intent(staff(403, 409), 'resolve', ({ nothing }) => ({ noteId: nothing })),
      unknown: intent(staff(403, 400), 'none'),
    },
  },
  // Nobody of them sees as anybody at the moment.
  'routes/admin.seeing': { get: { else: 404 }, post: { leave: row({ else: 404 }) } },
  // The record of a thread, whoever owns it; nothing of what it says.
  'routes/admin.threads.$threadId': { get: staff(200, 200), post: {} },
  'routes/admin.newsletter._index': { get: staff(200, 200), post: {} },
  // None is written there yet, which only who may write one is shown.
  'routes/admin.newsletter.$issueId': {
    get: staff(404, 200),
    post: {
      'save nothing': intent(staff(403, 422), 'save', () => ({ version: '0', subject: '' })),
      copy: intent(staff(403, 404), 'copy', () => ({ version: '0' })),
      send: intent(staff(403, 404), 'send', () => ({ version: '0' })),
      stop: intent(staff(403, 409), 'stop', () => ({ version: '0' })),
      delete: intent(staff(403, 404), 'delete', () => ({ version: '0' })),
      unknown: intent(staff(403, 400), 'none'),
    },
  },
  'routes/admin.audit': { get: staff(403, 200), post: {} },
  'routes/admin.money': { get: staff(403, 200), post: {} },
  'routes/admin.health': { get: staff(403, 200), post: {} },
  'routes/admin.numbers': { get: staff(403, 200), post: {} },
  'routes/admin.flags_.compare': { get: staff(403, 200), post: {} },
  'routes/admin.flags': {
    get: staff(403, 200),
    post: {
      change: intent(staff(403, 302), 'change', () => ({
        name: 'short-landing',
        version: '0',
        percent: '0',
      })),
      'change otherwise': intent(staff(403, 422), 'change', () => ({
        name: 'short-landing',
        version: '0',
        percent: '101',
      })),
      'change another state': intent(staff(403, 409), 'change', () => ({
        name: 'short-landing',
        version: '99',
        percent: '7',
      })),
      'change nothing': intent(staff(403, 422), 'change', () => ({
        name: 'none',
        version: '0',
        percent: '0',
      })),
      unknown: intent(staff(403, 400), 'none'),
    },
  },
}
