import { digestParts, pathOf } from '#app/features/digests/digest-parts.ts'
import type { Digest } from '#app/features/digests/gather-digest.ts'
import { threadNote } from '#app/features/mail/words/thread-note.ts'
import { TextLink } from '#app/ui/TextLink.tsx'

/** A digest as it would be sent, on the page. */
export function DigestPreview({ digest }: { digest: Digest }) {
  const parts = digestParts(digest)
  if (parts.length === 0)
    return (
      <p className="text-muted">Nothing: none of your threads has anything to tell, so none would be sent.</p>
    )
  return (
    <>
      {!digest.isNews && (
        <p className="mb-5 text-muted">You have been told of all of this before, so none would be sent.</p>
      )}
      <div className="space-y-7">
        {parts.map(({ key, title, about, threads, more }) => (
          <section key={key} aria-label={title}>
            <h3 className="font-serif text-lg font-medium">{title}</h3>
            <p className="text-sm text-muted">{about}</p>
            <ul className="mt-2 divide-y divide-hairline border-t border-hairline">
              {threads.map((thread) => (
                <li key={thread.id} className="py-2.5">
                  <TextLink to={pathOf(key, thread)}>{thread.title}</TextLink>
                  <span className="block text-sm text-muted">{threadNote(thread)}</span>
                </li>
              ))}
            </ul>
            {more !== null && <p className="text-sm text-muted">{more}</p>}
          </section>
        ))}
      </div>
    </>
  )
}
