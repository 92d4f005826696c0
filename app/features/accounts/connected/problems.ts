import { z } from 'zod'
import { type ProviderName, providerNames, providerTitles } from '#app/platform/sign-in-providers.ts'

type Words = { title: string; more?: string }

/** What kept somebody from signing in through a provider, or from connecting it, by the error's code. */
const problems = {
  'journey-is-over': (it) => ({
    title: `Coming back from ${it} was too late, or was done already.`,
    more: 'The way there and back holds for 10 minutes and works once, in the browser where it began. Nothing was done; begin again.',
  }),
  'provider-denied': (it) => ({
    title: `You didn’t allow it at ${it}, so nothing was done.`,
    more: 'Begin again, or go on with your address.',
  }),
  'provider-refused': (it) => ({
    title: `${it} didn’t confirm who you are.`,
    more: 'Nothing was done. Begin again; if it stays so, go on with your address.',
  }),
  'provider-unavailable': (it) => ({
    title: `${it} doesn’t answer at the moment.`,
    more: 'Nothing was done. Try again in a few minutes, or go on with your address.',
  }),
  'address-unproven': (it) => ({
    title: `${it} knows no confirmed address of yours.`,
    more: `An account needs one. Confirm your main address at ${it} and begin again, or sign up with an address here.`,
  }),
  'account-exists': (it) => ({
    title: `There is an account with your address at ${it}.`,
    more: `Sign in to it with its password or a code by mail. Then you can connect ${it} on your account page, and sign in with it from then on.`,
  }),
  'account-disabled': () => ({ title: 'This account can’t be used.' }),
  'connected-elsewhere': (it) => ({
    title: `This ${it} account is connected with another Threadr account.`,
    more: 'Disconnect it there first, or choose another one.',
  }),
  'connected-otherwise': (it) => ({
    title: `Another ${it} account is connected already.`,
    more: 'Disconnect that one first.',
  }),
} satisfies Record<string, (title: string) => Words>

const problemSchema = z
  .enum(Object.keys(problems) as [keyof typeof problems, ...(keyof typeof problems)[]])
  .nullable()
  .catch(null)
const providerSchema = z.enum(providerNames).nullable().catch(null)

/** The part of an address that names a problem; null for an error that is none of them. */
export function problemQuery(code: string, provider: ProviderName): Record<string, string> | null {
  const problem = problemSchema.parse(code)
  return problem && { problem, provider }
}

/** The problem that an address names, in words of ours; null where it names none. */
export function problemOf(request: Request): Words | null {
  const { searchParams } = new URL(request.url)
  const problem = problemSchema.parse(searchParams.get('problem'))
  const provider = providerSchema.parse(searchParams.get('provider'))
  return problem && provider && problems[problem](providerTitles[provider])
}
