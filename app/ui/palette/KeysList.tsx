import { keyName } from './key-names.ts'

export type KeyRow = { keys: readonly string[]; words: string }

/** What keys do, one line each. */
export function KeysList({ rows }: { rows: readonly KeyRow[] }) {
  return (
    <dl className="grid grid-cols-[1fr_auto] items-center gap-x-6 gap-y-2.5 text-[0.9375rem]">
      {rows.map(({ keys, words }) => (
        <div key={words} className="contents">
          <dt>{words}</dt>
          <dd className="flex justify-end gap-1">
            {keys.map((key) => (
              <kbd
                key={key}
                className="rounded-md border border-edge bg-paper px-1.5 py-0.5 font-sans text-xs whitespace-nowrap text-muted"
              >
                {keyName(key)}
              </kbd>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  )
}
