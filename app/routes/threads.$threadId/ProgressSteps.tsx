import { Check } from 'lucide-react'
import type { GenerationView } from '#app/features/generation/progress.ts'
import { type ShownStep, shownSteps } from './progress-words.ts'

export function ProgressSteps({ view }: { view: GenerationView }) {
  return (
    <ol className="flex flex-wrap gap-x-5 gap-y-1 py-2 text-[0.9375rem]">
      {shownSteps(view).map((step) => (
        <li
          key={step.name}
          aria-current={step.state === 'active' ? 'step' : undefined}
          className={`inline-flex items-center gap-2 tabular-nums ${step.state === 'active' ? 'font-medium' : 'text-muted'}`}
        >
          <StepSign state={step.state} />
          {step.label}
          <span className="sr-only">{spoken[step.state]}</span>
        </li>
      ))}
    </ol>
  )
}

const spoken: Record<ShownStep['state'], string> = { waiting: ', to come', active: ', now', done: ', done' }

function StepSign({ state }: { state: ShownStep['state'] }) {
  if (state === 'done') return <Check aria-hidden className="size-4 text-good" />
  return (
    <span
      aria-hidden
      className={`mx-0.5 size-3 rounded-full border-2 ${state === 'active' ? 'pulse border-thread bg-thread' : 'border-edge'}`}
    />
  )
}
