import { money } from '#app/features/billing/money.ts'
import { intervals, plans, trialDays } from '#app/features/billing/plans.ts'
import { paths } from '#app/paths.ts'
import { ActionForm, useField } from '#app/ui/forms/ActionForm.tsx'
import type { FormAnswer } from '#app/ui/forms/form-answer.ts'

const { cents } = plans.pro
const words = {
  month: `${money(cents.month, 'usd')} a month`,
  year: `${money(cents.year, 'usd')} a year, two months free`,
}

/** Leads to Stripe's page for paying. */
export function BuyForm({ withTrial, answer }: { withTrial: boolean; answer: FormAnswer | undefined }) {
  return (
    <>
      <ActionForm
        intent="buy"
        action={paths.pricing()}
        answer={answer}
        submit={withTrial ? `Try Pro for ${trialDays} days` : 'Go on to pay'}
        pending="Opening the checkout…"
      >
        <IntervalChoice />
      </ActionForm>
      {withTrial && (
        <p className="mt-3 text-sm text-muted">
          Nothing is charged in the first {trialDays} days, and nothing at all if you cancel within them.
        </p>
      )}
    </>
  )
}

function IntervalChoice() {
  const { id, value, error } = useField('interval')
  return (
    <fieldset aria-describedby={error === undefined ? undefined : `${id}-error`}>
      <legend className="text-sm font-medium">How to pay</legend>
      {intervals.map((interval) => (
        <label key={interval} className="flex min-h-11 items-center gap-3 text-[0.9375rem]">
          <input
            type="radio"
            name="interval"
            value={interval}
            defaultChecked={interval === (value ?? 'month')}
            className="size-4 accent-accent"
          />
          {words[interval]}
        </label>
      ))}
      {error !== undefined && (
        <p id={`${id}-error`} className="text-sm text-bad">
          {error}
        </p>
      )}
    </fieldset>
  )
}
