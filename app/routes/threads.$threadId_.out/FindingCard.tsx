import { Form, Link, useNavigation } from '@remix-run/react'
import type { Level } from '#app/features/threads/lint/finding.ts'
import type { ShownFinding } from '#app/features/threads/lint/fixed.ts'
import { Button } from '#app/ui/Button.tsx'
import { ChangedWords } from '#app/ui/ChangedWords.tsx'
import type { FormAnswer } from '#app/ui/forms/form-answer.ts'
import { levelWords } from './finding-words.ts'

type FindingCardProps = {
  finding: ShownFinding
  /** Where it is: what that is called, and where it can be looked at. */
  place: { name: string; to: string }
  /** What several of them are called. */
  several: string
  /** What its form says of the state that it was found in. */
  fields: Record<string, string | number>
  answer: FormAnswer | undefined
}

const levelLooks: Record<Level, string> = { stops: 'text-bad', look: 'text-warn', know: 'text-muted' }

/** One finding: where it is, what there is, and what its fix would change. */
export function FindingCard({ finding, place, several, fields, answer }: FindingCardProps) {
  const { key, level, message, fix, refusal } = finding
  return (
    <article
      aria-label={`${place.name}: ${message}`}
      className="rounded-card border border-hairline bg-surface p-4"
    >
      <p className="flex flex-wrap gap-x-3 text-sm">
        <Link to={place.to} className="-my-3 py-3 font-medium text-accent underline underline-offset-2">
          {place.name}
        </Link>
        <span className={`font-medium ${levelLooks[level]}`}>{levelWords[level]}</span>
      </p>
      <p dir="auto" className="mt-1 wrap-anywhere">
        {message}
      </p>
      {refusal !== null && <p className="mt-1 text-sm text-muted">{refusal}</p>}
      {fix && (
        <>
          <div className="mt-3 space-y-2">
            {fix.parts.map((words, at) => (
              <p
                // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one fix never move
                key={at}
                dir="auto"
                className="rounded-control bg-sunken px-3 py-2 text-[0.9375rem] whitespace-pre-line wrap-anywhere"
              >
                <ChangedWords words={words} />
              </p>
            ))}
          </div>
          {fix.parts.length > 1 && (
            <p className="mt-2 text-sm text-muted">
              It becomes {fix.parts.length} {several}.
            </p>
          )}
          {fix.note !== null && <p className="mt-2 text-sm text-muted">{fix.note}</p>}
          {answer?.values.finding === key && (
            <p role="alert" className="mt-2 text-sm font-medium text-bad">
              {answer.errors.form}
            </p>
          )}
          <FixForm fields={{ ...fields, finding: key }} label={fix.label} />
        </>
      )}
    </article>
  )
}

/** Makes a fix by one button; the page stays where it is, since there may be more to mend. */
function FixForm({
  fields,
  label,
}: {
  fields: FindingCardProps['fields'] & { finding: string }
  label: string
}) {
  const { formData } = useNavigation()
  const sending = formData?.get('finding') === fields.finding
  return (
    <Form method="post" preventScrollReset className="mt-3">
      <input type="hidden" name="intent" value="fix" />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit" pending={sending} className="max-sm:w-full">
        {sending ? 'Changing it…' : label}
      </Button>
    </Form>
  )
}
