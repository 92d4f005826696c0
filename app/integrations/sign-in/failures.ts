import { AppError } from '#app/platform/errors.ts'
import { type ProviderName, providerTitles } from '#app/platform/sign-in-providers.ts'

/** No answer in time, or none that could be one of theirs. */
export const providerUnavailable = (provider: ProviderName, cause: unknown) =>
  new AppError(
    'provider-unavailable',
    `${providerTitles[provider]} doesn’t answer as it should at the moment. Try again in a few minutes.`,
    { status: 502, retryable: true, cause },
  )

/** They don't take the code: it was used before, was made up, or is another program's; or our keys are wrong. */
export const providerRefused = (provider: ProviderName, cause: unknown) =>
  new AppError(
    'provider-refused',
    `${providerTitles[provider]} didn’t confirm who you are. Begin again from here.`,
    { status: 422, cause },
  )
