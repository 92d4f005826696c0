import { type KeepDays, keepChoices } from '#app/features/privacy/keep-choices.ts'

const fieldValue = (days: number | null) => (days === null ? 'always' : String(days))

const labelOf = (days: KeepDays) => {
  if (days === null) return 'As long as the account'
  return days === 365 ? 'One year' : `${days} days`
}

export function KeepChoice({ keepDays }: { keepDays: number | null }) {
  return (
    <fieldset>
      <legend className="text-sm font-medium">Keep a thread for</legend>
      <div className="mt-2">
        {keepChoices.map((days) => (
          <label key={days} className="flex min-h-11 items-center gap-3">
            <input
              type="radio"
              name="keepDays"
              value={fieldValue(days)}
              defaultChecked={days === keepDays}
              className="size-5 accent-accent"
            />
            {labelOf(days)}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
