import { Form, useFetcher, useNavigation } from '@remix-run/react'
import { Star, Trash2 } from 'lucide-react'
import { Button } from '#app/ui/Button.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import { quietControlClass } from '#app/ui/quiet-control.ts'
import { readableDate } from '#app/ui/relative-time.ts'

/**
 * What the library knows of a thread. `trash` is null for one that isn't in the trash; else `goesAt` says when it goes for
 * good, or nothing where it goes with all that a browser keeps.
 */
export type InLibrary = { isStarred: boolean; trash: { goesAt: string | null } | null }

/** The thread's star, and its way into the trash. */
export function LibraryDeeds({ isStarred }: { isStarred: boolean }) {
  const star = useFetcher()
  const shown = star.formData ? star.formData.get('intent') === 'star' : isStarred
  return (
    <div className="-mx-2 -mt-3 mb-4 flex flex-wrap gap-1">
      <star.Form method="post">
        <button
          type="submit"
          name="intent"
          value={shown ? 'unstar' : 'star'}
          aria-pressed={shown}
          className={`${quietControlClass} aria-pressed:text-accent`}
        >
          <Star aria-hidden className={`size-4 ${shown ? 'fill-current' : ''}`} />
          {shown ? 'Starred' : 'Star'}
        </button>
      </star.Form>
      <Form method="post">
        <button type="submit" name="intent" value="trash" className={quietControlClass}>
          <Trash2 aria-hidden className="size-4" />
          Move to trash
        </button>
      </Form>
    </div>
  )
}

/** Says that the thread is in the trash, until when, and lets it out in either direction. */
export function InTrash({ goesAt }: { goesAt: string | null }) {
  const busy = useNavigation().formData?.get('intent')
  return (
    <div className="mb-6">
      <Notice
        title="This thread is in the trash"
        actions={
          <>
            <Form method="post">
              <Button type="submit" name="intent" value="restore" look="primary" pending={busy === 'restore'}>
                Put it back
              </Button>
            </Form>
            <details>
              <summary className="inline-flex min-h-11 items-center rounded-control px-3 text-[0.9375rem] font-medium text-bad hover:bg-sunken lg:min-h-10">
                Delete for good …
              </summary>
              <Form method="post" className="flex flex-wrap items-center gap-x-3 gap-y-2 py-1">
                <span>It can’t be brought back.</span>
                <Button
                  type="submit"
                  name="intent"
                  value="delete-for-good"
                  className="text-bad"
                  pending={busy === 'delete-for-good'}
                >
                  Yes, delete it
                </Button>
              </Form>
            </details>
          </>
        }
      >
        It goes for good {goesAt === null ? '24 hours after its last change' : `on ${readableDate(goesAt)}`}.
        Until then it can be read, and changed once it is put back.
      </Notice>
    </div>
  )
}
