export type Tally = { flagged: number; all: number }

export function count(tallies: Map<string, Tally>, kind: string, isFlagged: boolean): void {
  const tally = tallies.get(kind) ?? { flagged: 0, all: 0 }
  tally.all += 1
  if (isFlagged) tally.flagged += 1
  tallies.set(kind, tally)
}

/** What is flagged by kind and language, and of all that is flawed or `fine`. */
export function printFlagged(
  tables: ReadonlyMap<string, ReadonlyMap<string, Tally>>,
  fine: ReadonlySet<string>,
): void {
  const kinds = [...new Set([...tables.values()].flatMap((tallies) => [...tallies.keys()]))]
  const line = (name: string, cell: (tallies: ReadonlyMap<string, Tally>) => string) =>
    console.info([name.padEnd(18), ...[...tables.values()].map((each) => cell(each).padStart(14))].join(''))
  console.info(
    ['flagged'.padEnd(18), ...[...tables.keys()].map((language) => language.padStart(14))].join(''),
  )
  for (const kind of kinds) line(kind, (tallies) => share(tallies.get(kind)))
  console.info('')
  const total = (tallies: ReadonlyMap<string, Tally>, isFine: boolean) =>
    [...tallies]
      .filter(([kind]) => fine.has(kind) === isFine)
      .reduce((sum, [, { flagged, all }]) => ({ flagged: sum.flagged + flagged, all: sum.all + all }), {
        flagged: 0,
        all: 0,
      })
  line('flawed (>= 90 %)', (tallies) => share(total(tallies, false)))
  // A corpus may hold more of one kind than of another: the mean of their shares weighs each alike.
  line('each kind alike', (tallies) => meanOf(tallies, fine))
  line('fine (<= 5 %)', (tallies) => share(total(tallies, true)))
}

function share(tally: Tally | undefined): string {
  if (!tally || tally.all === 0) return '-'
  return `${percentOf(tally.flagged / tally.all)} of ${tally.all}`
}

function meanOf(tallies: ReadonlyMap<string, Tally>, fine: ReadonlySet<string>): string {
  const shares = [...tallies].flatMap(([kind, { flagged, all }]) => (fine.has(kind) ? [] : [flagged / all]))
  if (shares.length === 0) return '-'
  return `${percentOf(shares.reduce((sum, each) => sum + each, 0) / shares.length)} of ${shares.length}`
}

const percentOf = (part: number) => `${Math.round(part * 1000) / 10} %`
