import { ArrowDown, ArrowUp } from 'lucide-react'
import { Button } from '#app/ui/Button.tsx'
import { controlClass } from '#app/ui/Field.tsx'
import type { ShownPoint } from './thread-props.ts'

export type Move = -1 | 1

type PlanPointProps = {
  point: ShownPoint
  /** From 1. */
  place: number
  of: number
  kept: boolean
  /** What was entered as its place in the form that was refused. */
  typed: string | undefined
  /** Moves it by one place; without JavaScript its place is a number to type. */
  onMove: ((number: number, by: Move, buttonId: string) => void) | null
}

/** One point of a plan with its passage of the source. */
export function PlanPoint({ point, place, of, kept, typed, onMove }: PlanPointProps) {
  const { number, text, passages } = point
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 border-b border-hairline py-4">
      <div className="min-w-0 flex-[1_1_20rem]">
        <label className="flex items-start gap-3">
          <input
            type="checkbox"
            name={`keep-${number}`}
            defaultChecked={kept}
            className="mt-1 size-5 shrink-0 accent-accent"
          />
          <span dir="auto" className="font-medium wrap-anywhere">
            {text}
          </span>
        </label>
        {passages.map((passage) => (
          <blockquote
            key={passage}
            dir="auto"
            className="mt-2 ml-8 line-clamp-4 border-l-2 border-hairline pl-3 font-serif text-[0.9375rem] text-muted wrap-anywhere"
          >
            {passage}
          </blockquote>
        ))}
      </div>
      {onMove === null ? (
        <label className="flex items-center gap-2 text-sm text-muted">
          Place
          <input
            type="number"
            name={`order-${number}`}
            min={1}
            max={999}
            defaultValue={typed ?? place}
            className={`${controlClass} max-w-20`}
          />
        </label>
      ) : (
        <div className="flex gap-1">
          <input type="hidden" name={`order-${number}`} value={place} />
          <MoveButton by={-1} point={point} pending={place === 1} onMove={onMove} />
          <MoveButton by={1} point={point} pending={place === of} onMove={onMove} />
        </div>
      )}
    </li>
  )
}

type MoveButtonProps = {
  by: Move
  point: ShownPoint
  pending: boolean
  onMove: NonNullable<PlanPointProps['onMove']>
}

function MoveButton({ by, point, pending, onMove }: MoveButtonProps) {
  const Icon = by === -1 ? ArrowUp : ArrowDown
  const id = `${by === -1 ? 'up' : 'down'}-${point.number}`
  return (
    <Button
      id={id}
      look="quiet"
      pending={pending}
      aria-label={`Move ${by === -1 ? 'up' : 'down'}: ${point.text}`}
      onClick={() => onMove(point.number, by, id)}
    >
      <Icon aria-hidden className="size-4" />
    </Button>
  )
}
