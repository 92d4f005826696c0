import { Form, useNavigation } from '@remix-run/react'
import { useEffect, useId, useRef, useState } from 'react'
import { paths } from '#app/paths.ts'
import { Button, ButtonLink } from '#app/ui/Button.tsx'
import { FieldError } from '#app/ui/Field.tsx'
import { IntentButton } from './IntentButton.tsx'
import { type Move, PlanPoint } from './PlanPoint.tsx'
import { firstOrder, moved } from './plan-order.ts'
import type { RefusedPlan, ShownPlan } from './thread-props.ts'

type PlanReviewProps = { plan: ShownPlan; refused: RefusedPlan | null; sourceId: string }

/** What the thread is to say, point by point: its owner keeps, drops and reorders them, and has it written from these. */
export function PlanReview({ plan, refused, sourceId }: PlanReviewProps) {
  const values = refused?.values ?? {}
  const [order, setOrder] = useState(() => firstOrder(plan.points, values))
  const [said, setSaid] = useState('')
  const errorId = useId()
  const scripted = useHydrated()
  const writing = useNavigation().formData?.get('intent') === 'write-plan'

  // A button that has moved with its point would lose the focus.
  const pressed = useRef<string | null>(null)
  useEffect(() => {
    if (order.length > 0 && pressed.current !== null) document.getElementById(pressed.current)?.focus()
  }, [order])
  const move = (number: number, by: Move, buttonId: string) => {
    const next = moved(order, number, by)
    pressed.current = buttonId
    setOrder(next)
    setSaid(`Now point ${next.indexOf(number) + 1} of ${next.length}.`)
  }

  return (
    <section aria-labelledby="plan" className="max-w-4xl">
      <h2 id="plan" className="font-serif text-2xl font-medium tracking-tight">
        What the thread is to say
      </h2>
      <p className="mt-1 text-muted">
        Keep the points you want, in the order you want. Each becomes a tweet, and nothing else does.
      </p>
      <Form method="post">
        <input type="hidden" name="snapshotId" value={plan.snapshotId} />
        <fieldset aria-describedby={refused === null ? undefined : `${errorId}-error`}>
          <legend className="sr-only">Points to write from</legend>
          <ol className="mt-4 border-t border-hairline">
            {order.map((number, index) => {
              const point = plan.points.find((one) => one.number === number)
              return (
                point && (
                  <PlanPoint
                    key={number}
                    point={point}
                    place={index + 1}
                    of={order.length}
                    kept={refused === null || values[`keep-${number}`] !== undefined}
                    typed={values[`order-${number}`]}
                    onMove={scripted ? move : null}
                  />
                )
              )
            })}
          </ol>
        </fieldset>
        <p aria-live="polite" className="sr-only">
          {said}
        </p>
        <div role={refused === null ? undefined : 'alert'}>
          <FieldError id={errorId} error={refused?.error} />
        </div>
        <div className="mt-4">
          <Button type="submit" name="intent" value="write-plan" look="primary" pending={writing}>
            {writing ? 'Starting…' : 'Write the thread'}
          </Button>
        </div>
      </Form>
      <div className="mt-2 flex flex-wrap gap-2">
        <ButtonLink to={paths.source(sourceId, { edit: true })} look="quiet">
          Correct the text
        </ButtonLink>
        <IntentButton intent="cancel" label="Stop" busy="Stopping…" look="quiet" />
      </div>
    </section>
  )
}

/** Whether the page is at work in the browser; false in what the server sends, and where there is no JavaScript. */
function useHydrated(): boolean {
  const [hydrated, setHydrated] = useState(false)
  useEffect(() => setHydrated(true), [])
  return hydrated
}
