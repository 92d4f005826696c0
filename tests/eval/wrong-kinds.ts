export type IsShown = (kind: string) => boolean

/** Which kinds `--wrong KIND,KIND` asks to be shown (all of them where it names none, none without it), and the other words. */
export function wrongKinds(args: readonly string[]): { isShown: IsShown; rest: string[] } {
  const at = args.indexOf('--wrong')
  if (at < 0) return { isShown: () => false, rest: [...args] }
  const kinds = (args[at + 1] ?? '').split(',').filter(Boolean)
  return {
    isShown: (kind) => kinds.length === 0 || kinds.includes(kind),
    rest: args.filter((_, index) => index !== at && index !== at + 1),
  }
}
