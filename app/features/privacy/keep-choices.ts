/** How long threads may be kept after they were last changed, in days; null for as long as the account. */
export const keepChoices = [null, 365, 90, 30] as const
export type KeepDays = (typeof keepChoices)[number]
