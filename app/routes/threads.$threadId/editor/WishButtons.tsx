import type { TweetWish } from '#app/features/generation/candidates/candidate.ts'
import { menuItemClass } from '#app/ui/MenuButton.tsx'
import { wishWords } from '../candidate-words.ts'

type WishButtonsProps = {
  position: number
  wishes: readonly TweetWish[]
  onAsk: (kind: TweetWish) => void
}

/** What can be asked for a tweet. */
export function WishButtons({ position, wishes, onAsk }: WishButtonsProps) {
  return wishes.map((wish) => (
    <button key={wish} type="button" onClick={() => onAsk(wish)} className={menuItemClass}>
      {wishWords[wish]}
      <span className="sr-only">, tweet {position}</span>
    </button>
  ))
}
