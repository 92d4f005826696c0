/**
 * Whether a route holds a request until there is something to tell, and is asked again then: how long that takes says nothing
 * of how quick it is, and one that went well is of no interest by itself.
 */
export const isHeldRoute = (route: string): boolean => route.endsWith('progress')
