import { bridgeArticle } from '#tests/factories/texts.ts'
import { accountRoutes } from './account-routes.ts'
import { adminRoutes } from './admin-routes.ts'
import { everybody, intent, ownersAlone, type RouteRow, row, signedIn } from './cells.ts'
import { outletRoutes } from './outlet-routes.ts'
import type { Names } from './world.ts'

const onTweet = ({ tweetId, version }: Names) => ({ tweetId, version })
const onId = ({ threadId }: Names) => ({ id: threadId })
const onPassage = ({ version }: Names) => ({ version, start: '0', end: '60' })

/**
 * Who gets what from every route: by its id, as the build names it. A route that isn't here fails the matrix. `null`
 * stands for the frame around all pages, which has no address of its own.
 */
export const expected: Record<string, RouteRow | null> = {
  root: null,
  ...accountRoutes,
  ...adminRoutes,
  ...outletRoutes,
  'routes/_index': {
    get: everybody(200),
    post: {
      submit: row(everybody(302), () => ({ source: bridgeArticle })),
      'submit nothing': row(everybody(422), () => ({ source: '' })),
    },
  },
  'routes/theme': { get: everybody(302), post: { choose: row(everybody(302), () => ({ theme: 'dark' })) } },
  'routes/status': { get: everybody(200), post: {} },
  'routes/palette': { get: everybody(200), post: {} },
  'routes/threads._index': {
    get: everybody(200),
    // What isn't their own stays as it is, and nobody is told that it is there.
    post: {
      star: intent(everybody(302), 'star', onId),
      unstar: intent(everybody(302), 'unstar', onId),
      tag: intent(everybody(302), 'tag', (at) => ({ ...onId(at), tag: 'Later' })),
      untag: intent(everybody(302), 'untag', (at) => ({ ...onId(at), tag: 'Later' })),
      trash: intent(everybody(302), 'trash', onId),
      delete: intent(everybody(302), 'delete', ({ nothing }) => ({ id: nothing })),
      restore: intent(everybody(302), 'restore', onId),
      undo: intent(everybody(302), 'undo', () => ({ at: '2020-01-01T00:00:00.000Z' })),
      empty: intent(everybody(302), 'empty'),
      unknown: intent(everybody(400), 'none'),
    },
  },
  'routes/threads.$threadId': {
    get: ownersAlone(200),
    post: {
      edit: intent(ownersAlone(200), 'edit', (at) => ({ ...onTweet(at), text: 'Written by whoever may.' })),
      opinion: intent(ownersAlone(200), 'opinion', onTweet),
      claim: intent(ownersAlone(200), 'claim', onTweet),
      lock: intent(ownersAlone(200), 'lock', onTweet),
      unlock: intent(ownersAlone(200), 'unlock', onTweet),
      add: intent(ownersAlone(200), 'add', onPassage),
      ask: intent(ownersAlone(200), 'ask', (at) => ({ ...onTweet(at), kind: 'shorter' })),
      'ask-add': intent(ownersAlone(200), 'ask-add', onPassage),
      take: intent(ownersAlone(409), 'take', ({ version, nothing }) => ({
        version,
        candidateId: nothing,
        index: '0',
      })),
      'take-all': intent(ownersAlone(409), 'take-all', ({ version, nothing }) => ({
        version,
        candidateIds: nothing,
      })),
      leave: intent(ownersAlone(200), 'leave', ({ nothing }) => ({ candidateId: nothing })),
      'write-plan': intent(ownersAlone(302), 'write-plan', ({ snapshotId }) => ({
        snapshotId,
        'keep-1': 'on',
      })),
      continue: intent(ownersAlone(302), 'continue'),
      choose: intent(ownersAlone(302), 'choose', () => ({ url: 'https://example.com/article' })),
      retry: intent(ownersAlone(409), 'retry'),
      'retry-builtin': intent(ownersAlone(409), 'retry-builtin'),
      'rewrite-with-model': intent(everybody(422), 'rewrite-with-model'),
      rewrite: intent(ownersAlone(302), 'rewrite'),
      // Changes nothing of anybody else's, and says so to nobody.
      cancel: intent(everybody(302), 'cancel'),
      star: intent(ownersAlone(302), 'star'),
      unstar: intent(ownersAlone(302), 'unstar'),
      'delete-for-good': intent(everybody(404), 'delete-for-good'),
      trash: intent(ownersAlone(302), 'trash'),
      restore: intent(ownersAlone(302), 'restore'),
      unknown: intent(everybody(400), 'none'),
    },
  },
  'routes/threads.$threadId_.document': {
    get: ownersAlone(200),
    post: {
      save: row(ownersAlone(200), ({ version, tweetId }) => ({
        version,
        document: JSON.stringify({
          numbering: false,
          tweets: [
            { id: tweetId, text: 'Saved by whoever may.', spans: [], isOpinion: false, isLocked: false },
          ],
        }),
      })),
      'no document': row(everybody(400), ({ version }) => ({ version, document: '[]' })),
    },
  },
  'routes/threads.$threadId_.history': {
    get: ownersAlone(200),
    post: {
      name: intent(ownersAlone(302), 'name', ({ version }) => ({
        revision: version,
        name: 'By whoever may',
      })),
      restore: intent(ownersAlone(302), 'restore', ({ version }) => ({ version, revision: version })),
      'restore nothing': intent(everybody(404), 'restore', ({ version }) => ({
        version,
        revision: '999999',
      })),
      unknown: intent(everybody(400), 'none'),
    },
  },
  'routes/threads.$threadId_.how': { get: ownersAlone(200), post: {} },
  'routes/threads.$threadId_.progress': { get: ownersAlone(200), post: {} },
  'routes/sources.$sourceId': {
    get: ownersAlone(200),
    post: {
      correct: intent(ownersAlone(302), 'correct', ({ snapshotId }) => ({
        basedOn: snapshotId,
        title: 'Put right',
        text: bridgeArticle,
      })),
      use: intent(ownersAlone(302), 'use', ({ snapshotId }) => ({ snapshotId })),
      reread: intent(ownersAlone(302), 'reread'),
      unknown: intent(everybody(400), 'none'),
    },
  },
  'routes/account.keys': {
    get: signedIn(200),
    post: {
      make: intent(signedIn(200), 'make', () => ({ name: 'Newsletter', 'threads:read': 'on' })),
      revoke: intent(signedIn(302), 'revoke', ({ nothing }) => ({ keyId: nothing })),
      'sign-out': intent(signedIn(302), 'sign-out', ({ nothing }) => ({ grantId: nothing })),
    },
  },
  // The roles carry cookies, which open nothing here: keys and tokens have tests of their own.
  'routes/api.v1.threads': { get: everybody(401), post: { submit: row(everybody(401), () => ({})) } },
  'routes/api.v1.threads_.$threadId': {
    get: everybody(401),
    post: { anything: row(everybody(405), () => ({})) },
  },
  'routes/api.v1.threads_.$threadId.progress': {
    get: everybody(401),
    post: { anything: row(everybody(405), () => ({})) },
  },
  'routes/api.v1.threads_.$threadId.tweets.$tweetId': {
    get: everybody(405),
    post: { anything: row(everybody(405), () => ({})) },
  },
  'routes/api.v1.token': { get: everybody(405), post: { 'no JSON': row(everybody(415), () => ({})) } },
  'routes/api._index': { get: everybody(200), post: {} },
  'routes/api.v1.openapi[.]json': { get: everybody(200), post: {} },
  'routes/[.]well-known.jwks[.]json': { get: everybody(200), post: {} },
  'routes/api.v1.$': { get: everybody(404), post: { anything: row(everybody(404), () => ({})) } },
  'routes/$': { get: everybody(404), post: { anything: row(everybody(404), () => ({})) } },
}
