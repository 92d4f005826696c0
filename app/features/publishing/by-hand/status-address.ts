import { z } from 'zod'

const hosts = new Set([
  'x.com',
  'www.x.com',
  'mobile.x.com',
  'twitter.com',
  'www.twitter.com',
  'mobile.twitter.com',
])
/** /NAME/status/ID, and /i/web/status/ID and /i/status/ID where the name isn't told; what X puts after it doesn't matter. */
const statusPath = /^\/(?:i\/web|\w{1,20})\/status(?:es)?\/(\d{1,20})(?:\/|$)/
const otherwise = 'Paste the address of the post on X: https://x.com/NAME/status/NUMBER.'

/** What stands in the address bar of a post on X, or in what "Copy link" copies: its id, and its address without tracking. */
export const statusAddressSchema = z
  .string(otherwise)
  .trim()
  .max(500, otherwise)
  .transform((given, context) => {
    const url = URL.parse(/^https?:\/\//i.test(given) ? given : `https://${given}`)
    const [, id] =
      url && hosts.has(url.hostname) && !url.port && !url.username
        ? (statusPath.exec(url.pathname) ?? [])
        : []
    if (url && id !== undefined) {
      const [, name = 'i'] = url.pathname.split('/')
      return { id, url: `https://x.com/${name}/status/${id}` }
    }
    context.addIssue({ code: 'custom', message: otherwise })
    return z.NEVER
  })

export type StatusAddress = z.output<typeof statusAddressSchema>
