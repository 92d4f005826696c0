/** Whether a route holds a request until there is something to tell: how long that takes says nothing of how quick it is. */
export const isHeldRoute = (route: string): boolean => route.endsWith('progress')
