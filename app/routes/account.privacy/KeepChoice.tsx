const choices = [
  { value: 'always', label: 'As long as the account' },
  { value: '365', label: 'One year' },
  { value: '90', label: '90 days' },
  { value: '30', label: '30 days' },
]

export function KeepChoice({ keepDays }: { keepDays: number | null }) {
  const chosen = keepDays === null ? 'always' : String(keepDays)
  return (
    <fieldset>
      <legend className="text-sm font-medium">Keep a thread for</legend>
      <div className="mt-2">
        {choices.map(({ value, label }) => (
          <label key={value} className="flex min-h-11 items-center gap-3">
            <input
              type="radio"
              name="keepDays"
              value={value}
              defaultChecked={value === chosen}
              className="size-5 accent-accent"
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
