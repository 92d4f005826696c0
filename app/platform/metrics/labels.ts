/** What stands for every value that is not known. */
const other = 'other'

/** Gives a value as it is where it is one of those known, else "other": nobody can make series by what they send. */
export function knownLabels(known: Iterable<string>): (value: string) => string {
  const all = new Set(known)
  return (value) => (all.has(value) ? value : other)
}

/**
 * For names that are not known beforehand, such as a model's: the first so many are told apart, cut to 80 characters, and
 * what comes after them is "other".
 */
export function firstLabels(most: number): (value: string) => string {
  const seen = new Set<string>()
  return (value) => {
    const name = value.slice(0, 80)
    if (!seen.has(name) && seen.size >= most) return other
    seen.add(name)
    return name
  }
}

/** 2xx rather than 204: what is asked of it is whether requests succeed. */
export const statusClass = (status: number) =>
  status >= 100 && status < 600 ? `${Math.floor(status / 100)}xx` : other
