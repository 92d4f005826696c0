import { useEffect, useState } from 'react'
import type { DigestSetting } from '#app/features/digests/digest-setting.ts'
import { ActionForm } from '#app/ui/forms/ActionForm.tsx'
import type { FormAnswer } from '#app/ui/forms/form-answer.ts'
import { SelectField } from '#app/ui/forms/SelectField.tsx'
import { rhythmChoices } from './rhythm-choices.ts'

const dayChoices = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'].map(
  (name, index) => [String(index + 1), name] as const,
)
const hourChoices = Array.from(
  { length: 24 },
  (_, hour) => [String(hour), `${String(hour).padStart(2, '0')}:00`] as const,
)

type DigestFormProps = {
  setting: DigestSetting
  isChosen: boolean
  zones: string[]
  answer: FormAnswer | undefined
}

export function DigestForm({ setting, isChosen, zones, answer }: DigestFormProps) {
  const sent = answer?.values ?? {}
  const [rhythm, setRhythm] = useState<string>(sent.rhythm ?? setting.rhythm)
  const [zone, setZone] = useState(sent.zone ?? setting.zone)

  // Who has chosen nothing yet most likely lives where their browser does.
  useEffect(() => {
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone
    if (!isChosen && zones.includes(own)) setZone(own)
  }, [isChosen, zones])

  return (
    <ActionForm intent="keep" answer={answer} submit="Save" look="plain">
      <SelectField
        name="rhythm"
        label="How often"
        choices={rhythmChoices}
        initial={rhythm}
        onChange={({ currentTarget }) => setRhythm(currentTarget.value)}
      />
      <div className="grid grid-cols-1 gap-5 sm:grid-cols-2">
        <SelectField
          name="weekday"
          label="On"
          hint={rhythm === 'weekly' ? undefined : 'For once a week.'}
          choices={dayChoices}
          initial={String(setting.weekday)}
        />
        <SelectField name="hour" label="At" choices={hourChoices} initial={String(setting.hour)} />
      </div>
      <SelectField
        name="zone"
        label="Time zone"
        choices={zones.map((name) => [name, name.replaceAll('_', ' ')] as const)}
        initial={zone}
        onChange={({ currentTarget }) => setZone(currentTarget.value)}
      />
    </ActionForm>
  )
}
