import { Link } from '@remix-run/react'
import { type CardLook, cardLooks, cardSize } from '#app/features/threads/exports/cards/card.ts'
import { paths } from '#app/paths.ts'
import { ButtonLink, buttonClass } from '#app/ui/Button.tsx'
import { FileLink } from '#app/ui/FileLink.tsx'
import { Notice } from '#app/ui/Notice.tsx'
import { PageHead } from '#app/ui/PageHead.tsx'

type ShownCard = {
  position: number
  text: string
  /** Whether it shows the tweet without its emoji. */
  hasLeftOut: boolean
  /** Why there is none; null for one that is drawn. */
  notDrawn: string | null
}

type CardsPageProps = { threadId: string; title: string; look: CardLook; cards: ShownCard[] }

/** A picture of each tweet, to be saved. */
export function CardsPage({ threadId, title, look, cards }: CardsPageProps) {
  const anyDrawn = cards.some(({ notDrawn }) => notDrawn === null)
  return (
    <main id="content" className="mx-auto w-full max-w-page px-4 pt-6 pb-16 sm:px-6 sm:pt-8">
      <PageHead about="Image cards" title={title}>
        <ButtonLink to={paths.takeOut(threadId)}>Back</ButtonLink>
        {anyDrawn && <FileLink href={paths.allCards(threadId, { look })}>Save them all</FileLink>}
        <LookChoice threadId={threadId} look={look} />
      </PageHead>
      {cards.some(({ hasLeftOut }) => hasLeftOut) && (
        <div className="mb-6 max-w-4xl">
          <Notice title="Emoji are left out of cards.">
            The letters are Threadr’s own fonts, which have none.
          </Notice>
        </div>
      )}
      <ol className="grid gap-x-6 gap-y-8 md:grid-cols-2">
        {cards.map((card) => (
          <li key={card.position}>
            <CardItem threadId={threadId} look={look} card={card} />
          </li>
        ))}
      </ol>
    </main>
  )
}

function LookChoice({ threadId, look }: { threadId: string; look: CardLook }) {
  const words: Record<CardLook, string> = { light: 'Light', dark: 'Dark' }
  return (
    <nav aria-label="Look of the cards" className="flex gap-1">
      {cardLooks.map((each) => (
        <Link
          key={each}
          to={paths.cards(threadId, { look: each })}
          aria-current={each === look ? 'true' : undefined}
          preventScrollReset
          className={`${buttonClass('quiet')} aria-[current]:bg-sunken aria-[current]:text-ink`}
        >
          {words[each]}
        </Link>
      ))}
    </nav>
  )
}

function CardItem({
  threadId,
  look,
  card: { position, text, notDrawn },
}: {
  threadId: string
  look: CardLook
  card: ShownCard
}) {
  if (notDrawn !== null)
    return (
      <div className="flex aspect-[1200/630] flex-col justify-center rounded-card border border-dashed border-edge p-6">
        <p className="font-medium">Tweet {position} has no card</p>
        <p className="mt-1 text-[0.9375rem] text-muted wrap-anywhere">{notDrawn}</p>
      </div>
    )
  return (
    <figure>
      <img
        src={paths.card(threadId, position, { look })}
        {...cardSize}
        loading={position > 4 ? 'lazy' : undefined}
        alt={`Tweet ${position} as a card: ${text}`}
        className="h-auto w-full rounded-card border border-hairline bg-sunken"
      />
      <figcaption className="mt-2 flex items-center justify-between gap-4 text-sm text-muted">
        <span className="tabular-nums">Tweet {position}</span>
        <FileLink
          href={paths.card(threadId, position, { look, save: '' })}
          label={`Save the card of tweet ${position}`}
        >
          Save
        </FileLink>
      </figcaption>
    </figure>
  )
}
