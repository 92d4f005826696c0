import { paths } from '#app/paths.ts'
import { RelativeTime } from '#app/ui/RelativeTime.tsx'

export type ShownExport = {
  id: string
  /** ISO 8601, as `until`. */
  createdAt: string
  /** Of its file; null while it is at work. */
  bytes: number | null
  until: string | null
}

export function ExportList({ exports }: { exports: readonly ShownExport[] }) {
  if (exports.length === 0) return null
  return (
    <ul className="mt-6 divide-y divide-hairline border-y border-hairline">
      {exports.map(({ id, createdAt, bytes, until }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-4 py-2 text-[0.9375rem]">
          <span className="text-muted">
            <RelativeTime iso={createdAt} />
          </span>
          {until === null || bytes === null ? (
            <span role="status">Being put together …</span>
          ) : (
            <a
              href={paths.exportFile(id)}
              download
              className="inline-flex min-h-11 items-center text-accent underline underline-offset-2"
            >
              Fetch the file ({sizeOf(bytes)})
            </a>
          )}
        </li>
      ))}
    </ul>
  )
}

const sizeOf = (bytes: number) =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
