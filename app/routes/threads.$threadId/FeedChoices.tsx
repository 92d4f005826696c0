import { Form, useNavigation } from '@remix-run/react'
import type { FeedItem } from '#app/features/sources/document.ts'
import { Button } from '#app/ui/Button.tsx'
import { readableDate } from '#app/ui/relative-time.ts'

/** The articles of a feed, one of which becomes the thread. */
export function FeedChoices({ items }: { items: FeedItem[] }) {
  const chosen = useNavigation().formData?.get('url')
  return (
    <section aria-labelledby="choices">
      <h2 id="choices" className="font-serif text-2xl font-medium tracking-tight">
        Which article should it be?
      </h2>
      <p className="mt-1 text-muted">
        This address holds a feed, a list of articles. Choose the one you want.
      </p>
      <ul className="mt-4 max-w-4xl border-t border-hairline">
        {items.map((item) => (
          <li
            key={item.url}
            className="flex flex-wrap items-start gap-x-6 gap-y-3 border-b border-hairline py-4"
          >
            <div className="min-w-0 flex-[1_1_20rem]">
              <h3 dir="auto" className="font-serif text-xl font-medium wrap-anywhere">
                {item.title}
              </h3>
              {item.summary !== null && (
                <p dir="auto" className="mt-1 line-clamp-2 text-[0.9375rem] text-muted wrap-anywhere">
                  {item.summary}
                </p>
              )}
              <p className="mt-1 truncate text-sm text-muted">
                {[item.publishedAt && readableDate(item.publishedAt), new URL(item.url).hostname]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </div>
            <Form method="post">
              <input type="hidden" name="url" value={item.url} />
              <Button
                type="submit"
                name="intent"
                value="choose"
                pending={chosen === item.url}
                aria-label={chosen === item.url ? undefined : `Write this one: ${item.title}`}
              >
                {chosen === item.url ? 'Starting…' : 'Write this one'}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </section>
  )
}
