import { DeedButton } from './DeedButton.tsx'
import type { VariantPageProps } from './variant-props.ts'

/** Words of the variant for tweets that were taken out of the thread. */
export function HomelessWords({ homeless, version }: VariantPageProps) {
  if (homeless.length === 0) return null
  return (
    <section aria-labelledby="homeless" className="mt-10 border-t border-hairline pt-6">
      <h2 id="homeless" className="font-serif text-xl font-medium">
        For tweets that are gone
      </h2>
      <p className="mt-1 max-w-prose text-[0.9375rem] text-muted">
        These words are in no post. They stand again as soon as their tweet is back in the thread.
      </p>
      <ul className="mt-4 space-y-3">
        {homeless.map(({ tweetId, texts }) => (
          <li key={tweetId} className="rounded-card border border-hairline bg-surface p-4">
            <p dir="auto" className="whitespace-pre-line wrap-anywhere">
              {texts.length === 0 ? 'Left out here.' : texts.join('\n\n')}
            </p>
            <div className="mt-2">
              <DeedButton
                intent="follow"
                label="Take them away"
                about={texts[0]?.slice(0, 40) ?? 'left out'}
                look="quiet"
                fields={{ version, tweetId }}
              />
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
