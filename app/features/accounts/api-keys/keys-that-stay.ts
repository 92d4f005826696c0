/**
 * What is to be known of somebody's API keys once their password is another: the keys were not made of it, and programs that
 * run by themselves would stop without anybody near, so they stay. Null for who has none.
 */
export function keysThatStay(count: number): string | null {
  if (count === 0) return null
  return count === 1 ? 'Your API key still works.' : `Your ${count} API keys still work.`
}
