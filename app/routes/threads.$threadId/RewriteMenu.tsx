import { Form } from '@remix-run/react'
import { quietControlClass } from '#app/ui/quiet-control.ts'
import { wishWords } from './candidate-words.ts'
import type { Kept } from './thread-props.ts'

/** What can be asked for a tweet where no script runs. Folded away; each wish is a button of one form. */
export function RewriteMenu({ position, kept }: { position: number; kept: Kept }) {
  if (kept.isLocked) return null
  return (
    <details className="border-t border-hairline px-2 open:pb-2">
      <summary className={`${quietControlClass} list-none [&::-webkit-details-marker]:hidden`}>
        Rewrite<span className="sr-only"> tweet {position}</span>
      </summary>
      <Form method="post" className="flex flex-wrap gap-x-1">
        <input type="hidden" name="intent" value="ask" />
        <input type="hidden" name="tweetId" value={kept.id} />
        <input type="hidden" name="version" value={kept.version} />
        {kept.wishes.map((wish) => (
          <button
            key={wish}
            type="submit"
            name="kind"
            value={wish}
            className={`${quietControlClass} font-medium`}
          >
            {wishWords[wish]}
            <span className="sr-only">, tweet {position}</span>
          </button>
        ))}
      </Form>
    </details>
  )
}
