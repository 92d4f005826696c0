export const months: readonly string[] = []
export const weekdays: readonly string[] = []
export const units: readonly string[] = []
export const currencies: readonly string[] = []
