import { RelativeTime } from '#app/ui/RelativeTime.tsx'
import { DeedButton } from './DeedButton.tsx'
import type { VariantPageProps } from './variant-props.ts'

/** What was saved of the variant before, so that nothing that was written is lost. */
export function EarlierVersions({ versions, version }: VariantPageProps) {
  if (version === 0) return null
  const earlier = versions.filter((one) => one.version !== version)
  const isWhole = earlier.length === version - 1
  return (
    <section aria-labelledby="versions" className="mt-10 border-t border-hairline pt-6">
      <h2 id="versions" className="font-serif text-xl font-medium">
        Earlier versions
      </h2>
      <p className="mt-1 max-w-prose text-[0.9375rem] text-muted">
        Of what is said otherwise here. Putting one back makes a new version, so nothing is taken away by it.
      </p>
      <ul className="mt-4 divide-y divide-hairline border-y border-hairline">
        {[...earlier, ...(isWhole ? [{ version: 0, createdAt: null }] : [])].map((one) => (
          <li key={one.version} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-1">
            <span className="text-[0.9375rem]">
              {one.createdAt === null ? (
                'As the thread has it in everything'
              ) : (
                <>
                  Version {one.version}, <RelativeTime iso={one.createdAt} />
                </>
              )}
            </span>
            <DeedButton
              intent="put-back"
              label="Put it back"
              about={`version ${one.version}`}
              look="quiet"
              fields={{ version, older: one.version }}
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
