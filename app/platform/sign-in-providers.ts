/** Who people may be known to already, and so sign in through. */
export const providerNames = ['github', 'google'] as const
export type ProviderName = (typeof providerNames)[number]

/** As people know them. */
export const providerTitles: Record<ProviderName, string> = { github: 'GitHub', google: 'Google' }
