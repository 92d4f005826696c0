import { ChevronDown } from 'lucide-react'
import { controlClass, Field } from '#app/ui/Field.tsx'
import { lengthChoices, toneChoices } from './choices.ts'
import { type LandingPageProps, optionsOpen } from './landing-props.ts'
import { languages } from './languages.ts'

type OptionFieldsProps = Pick<LandingPageProps, 'errors' | 'values' | 'writer'>

export function OptionFields({ errors, values, writer }: OptionFieldsProps) {
  return (
    <details open={optionsOpen(errors)} className="group mt-3">
      <summary className="inline-flex min-h-11 list-none items-center gap-1.5 rounded-control px-3 text-[0.9375rem] text-muted hover:bg-sunken hover:text-ink [&::-webkit-details-marker]:hidden">
        <ChevronDown aria-hidden className="size-4 transition-transform duration-150 group-open:rotate-180" />
        Tone, length, language and more
      </summary>
      <div className="mt-2 rounded-card border border-hairline bg-surface p-4 sm:p-5">
        <div className="grid grid-cols-1 gap-4 sm:grid-cols-2">
          <Field id="length" label="Length" error={errors.length}>
            {(attributes) => (
              <Choice {...attributes} name="length" value={values.length ?? ''} choices={lengthChoices} />
            )}
          </Field>
          <Field
            id="callToAction"
            label="Closing line"
            error={errors.callToAction}
            hint="Word for word, in the last tweet."
          >
            {(attributes) => (
              <input
                {...attributes}
                name="callToAction"
                defaultValue={values.callToAction}
                maxLength={200}
                autoComplete="off"
                className={controlClass}
              />
            )}
          </Field>
          <Tick name="numbering" label="Number the tweets (1/9)" values={values} error={errors.numbering} />
          <Tick name="hashtags" label="Add hashtags" values={values} error={errors.hashtags} />
          <Tick
            name="review"
            label="Show me what was read before writing"
            values={values}
            error={errors.review}
          />
          <Tick name="planFirst" label="Show me the plan first" values={values} error={errors.planFirst} />
        </div>
        {writer === 'builtin' && (
          <p id="needs-model" className="mt-5 border-t border-hairline pt-4 text-sm text-muted">
            No model is connected. Threadr’s built-in writer picks and groups the source’s own sentences; what
            follows here needs a model, and is kept for when there is one.
          </p>
        )}
        <div className={`grid grid-cols-1 gap-4 sm:grid-cols-2 ${writer === 'builtin' ? 'mt-4' : 'mt-5'}`}>
          <Field id="tone" label="Tone" error={errors.tone}>
            {(attributes) => (
              <Choice {...attributes} name="tone" value={values.tone ?? 'neutral'} choices={toneChoices} />
            )}
          </Field>
          <Field id="language" label="Language" error={errors.language}>
            {(attributes) => (
              <Choice
                {...attributes}
                name="language"
                value={values.language ?? ''}
                choices={[['', 'The source’s own'], ...languages]}
              />
            )}
          </Field>
          <Field id="audience" label="Who it is for" error={errors.audience} className="sm:col-span-2">
            {(attributes) => (
              <input
                {...attributes}
                name="audience"
                defaultValue={values.audience}
                maxLength={120}
                autoComplete="off"
                placeholder="People who design bridges"
                className={controlClass}
              />
            )}
          </Field>
          <Field
            id="instruction"
            label="Anything the writer should know"
            error={errors.instruction}
            className="sm:col-span-2"
          >
            {(attributes) => (
              <textarea
                {...attributes}
                name="instruction"
                rows={2}
                defaultValue={values.instruction}
                maxLength={500}
                placeholder="Leave out the part about the funding round"
                className={controlClass}
              />
            )}
          </Field>
        </div>
      </div>
    </details>
  )
}

type ChoiceProps = {
  id: string
  name: string
  value: string
  choices: readonly (readonly [value: string, name: string])[]
}

function Choice({ value, choices, ...rest }: ChoiceProps) {
  return (
    <select {...rest} defaultValue={value} className={controlClass}>
      {choices.map(([choice, name]) => (
        <option key={choice} value={choice}>
          {name}
        </option>
      ))}
    </select>
  )
}

type TickProps = {
  name: 'numbering' | 'hashtags' | 'review' | 'planFirst'
  label: string
  values: Record<string, string>
  error: string | undefined
}

function Tick({ name, label, values, error }: TickProps) {
  return (
    <div>
      <label className="flex min-h-11 items-center gap-3">
        <input
          type="checkbox"
          id={name}
          name={name}
          defaultChecked={values[name] !== undefined && values[name] !== ''}
          aria-invalid={error !== undefined || undefined}
          aria-describedby={error === undefined ? undefined : `${name}-error`}
          className="size-5 accent-accent"
        />
        {label}
      </label>
      {error !== undefined && (
        <p id={`${name}-error`} className="text-sm font-medium text-bad">
          {error}
        </p>
      )}
    </div>
  )
}
