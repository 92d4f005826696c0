import { createHash } from 'node:crypto'
import type { RequestHandler } from 'express'
import { nanoid } from 'nanoid'
import { sheet } from '#app/features/mail/parts/colours.ts'
import { providerOrigins } from '#app/integrations/sign-in/endpoints.ts'
import { payingOrigins } from '#app/integrations/stripe/paying-origins.ts'
import type { Env } from '#app/platform/env.ts'
import { versionOf } from '#app/platform/version.ts'

/** The one style sheet of messages, which the outbox and the newsletter's page show as they are. */
const styleOfMails = `'sha256-${createHash('sha256').update(sheet).digest('base64')}'`

/** In characters of 6 bits: more than the 128 bits that CSP 3 asks for. Chance is fetched for many at once, since it is slow to get. */
const nonceLength = 22

/**
 * Headers of every answer, errors included. Scripts run only with the answer's nonce or from our own files; inline
 * style attributes are allowed because they can't run anything. `response.locals.cspNonce` holds the nonce, and
 * `allowScripts` lets those with given hashes run instead, where an answer is for many.
 */
export function securityHeaders(
  env: Pick<Env, 'mode' | 'providers' | 'payments' | 'appVersion'>,
): RequestHandler {
  const production = env.mode === 'production'
  const development = env.mode === 'development'
  // The development server puts styles and its own client into the page.
  const styles = `'self' ${development ? "'unsafe-inline'" : styleOfMails}`
  // Browsers hold a form to this also where its answer leads elsewhere, as ours to a provider or to Stripe's pages does without JavaScript.
  const formTargets = ["'self'", ...providerOrigins(env.providers), ...payingOrigins(env.payments)].join(' ')
  const version = versionOf(env)
  const policyFor = (inline: string) => ({
    'default-src': "'none'",
    'script-src': `'self' ${inline}`,
    'style-src': styles,
    'style-src-attr': "'unsafe-inline'",
    'img-src': "'self' data:",
    'font-src': "'self'",
    'connect-src': development ? "'self' ws:" : "'self'",
    'manifest-src': "'self'",
    'form-action': formTargets,
    'base-uri': "'none'",
    'object-src': "'none'",
    'frame-ancestors': "'none'",
  })
  // Written once: only which of its inline scripts may run differs from answer to answer.
  const [before = '', after = ''] = Object.entries(policyFor('INLINE'))
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')
    .split('INLINE')
  return (_request, response, next) => {
    const nonce = nanoid(nonceLength)
    response.locals.cspNonce = nonce
    const allow = (inline: string) => response.setHeader('Content-Security-Policy', before + inline + after)
    allow(`'nonce-${nonce}'`)
    response.locals.allowScripts = (hashes: readonly string[]) =>
      allow(hashes.map((hash) => `'${hash}'`).join(' '))
    // Which of two versions answered, where a load balancer parts people between them.
    response.setHeader('X-Threadr-Version', version)
    response.setHeader('X-Content-Type-Options', 'nosniff')
    response.setHeader('Referrer-Policy', 'strict-origin-when-cross-origin')
    response.setHeader('X-Frame-Options', 'DENY')
    response.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
    response.setHeader('Permissions-Policy', 'camera=(), geolocation=(), microphone=(), payment=()')
    if (production) response.setHeader('Strict-Transport-Security', 'max-age=63072000; includeSubDomains')
    next()
  }
}
