/** How many days may be looked at. */
export const ranges = ['7', '30', '90'] as const
export type Range = (typeof ranges)[number]
