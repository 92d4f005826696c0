export const numbers: readonly string[] = []
export const scales: readonly string[] = []
