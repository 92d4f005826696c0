import { Fragment } from 'react'

export type ShownOperation = { method: string; path: string; summary: string; scope: string | null }

export function OperationList({ operations }: { operations: ShownOperation[] }) {
  return (
    <ul className="mt-5 divide-y divide-hairline border-y border-hairline">
      {operations.map(({ method, path, summary, scope }) => (
        <li key={`${method} ${path}`} className="py-3">
          <p className="font-mono text-sm leading-6 wrap-anywhere">
            <strong className="font-medium text-accent">{method}</strong> <BreakingPath path={path} />
          </p>
          <p>{summary}</p>
          <p className="text-sm text-muted">{scope === null ? 'Needs no key' : `Needs ${scope}`}</p>
        </li>
      ))}
    </ul>
  )
}

/** A path that is parted at its slashes where it has to be. */
function BreakingPath({ path }: { path: string }) {
  const parts = path.split('/').slice(1)
  return parts.map((part, at) => (
    <Fragment key={parts.slice(0, at + 1).join('/')}>
      <wbr />/{part}
    </Fragment>
  ))
}
