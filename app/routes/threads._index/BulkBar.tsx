import { Button } from '#app/ui/Button.tsx'
import { controlClass } from '#app/ui/Field.tsx'

/** What can be done to the ticked threads at once. It is there as soon as one is ticked, with and without JavaScript. */
export function BulkBar({ count, inTrash, tags }: { count: number; inTrash: boolean; tags: string[] }) {
  return (
    <fieldset className="sticky bottom-0 z-2 -mx-4 hidden border-t border-edge bg-surface px-4 py-3 group-has-[input[name=id]:checked]/deeds:block sm:-mx-3 sm:mb-2 sm:rounded-card sm:border">
      <legend className="sr-only">With the selected threads</legend>
      <div className="flex flex-wrap items-center gap-2">
        <p aria-live="polite" className="me-auto text-sm font-medium tabular-nums">
          {count === 0 ? 'Selected' : `${count} selected`}
        </p>
        {inTrash ? <TrashDeeds /> : <UsualDeeds tags={tags} />}
      </div>
    </fieldset>
  )
}

function UsualDeeds({ tags }: { tags: string[] }) {
  return (
    <>
      <label htmlFor="bulk-tag" className="sr-only">
        Tag
      </label>
      <div className="flex basis-full gap-2 sm:basis-auto">
        <input
          id="bulk-tag"
          name="tag"
          list="known-tags"
          maxLength={40}
          placeholder="Tag"
          autoComplete="off"
          className={`${controlClass} min-w-0 flex-1 sm:w-24`}
        />
        <datalist id="known-tags">
          {tags.map((tag) => (
            <option key={tag} value={tag} />
          ))}
        </datalist>
        <Button type="submit" name="intent" value="tag" className="px-3">
          Add tag
        </Button>
        <Button type="submit" name="intent" value="untag" look="quiet">
          Remove tag
        </Button>
      </div>
      <Button type="submit" name="intent" value="star" className="px-3">
        Star
      </Button>
      <Button type="submit" name="intent" value="unstar" look="quiet">
        Unstar
      </Button>
      <Button type="submit" name="intent" value="trash" className="px-3">
        Move to trash
      </Button>
    </>
  )
}

function TrashDeeds() {
  return (
    <>
      <Button type="submit" name="intent" value="restore">
        Put back
      </Button>
      <ForGood
        summary="Delete for good"
        about="They can’t be brought back."
        intent="delete"
        label="Yes, delete them"
      />
    </>
  )
}

/** A deed that can't be undone is two presses away, without JavaScript too. */
export function ForGood({
  summary,
  about,
  intent,
  label,
}: {
  summary: string
  about: string
  intent: string
  label: string
}) {
  return (
    <details className="group/sure">
      <summary className="inline-flex min-h-11 items-center rounded-control px-3 text-[0.9375rem] font-medium text-bad hover:bg-sunken lg:min-h-10">
        {summary} …
      </summary>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 py-1">
        <span className="text-sm text-muted">{about}</span>
        <Button type="submit" name="intent" value={intent} className="text-bad">
          {label}
        </Button>
      </div>
    </details>
  )
}
