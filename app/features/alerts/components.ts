/** What of Threadr people notice when it isn't there; the status page tells of each. */
export const components = ['web', 'generation', 'mail', 'payments'] as const
export type Component = (typeof components)[number]

export const componentTitles: Record<Component, string> = {
  web: 'Pages and API',
  generation: 'Writing threads',
  mail: 'Mail',
  payments: 'Payments',
}

/** How it stands with a component: `impaired` is slower or less than usual, and still there. */
export type ComponentState = 'up' | 'impaired' | 'down'
