import { useId } from 'react'
import { CopyButton } from '#app/ui/CopyButton.tsx'
import type { Example } from './examples.ts'

export function ExampleCode({ title, about, code }: Example) {
  const id = useId()
  return (
    <div className="mt-6">
      <div className="flex flex-wrap items-center justify-between gap-x-4">
        <h3 id={id} className="font-medium">
          {title}
        </h3>
        <CopyButton text={code} label={`Copy: ${title}`} iconOnly />
      </div>
      <p className="text-[0.9375rem] text-muted">{about}</p>
      {/* Long lines scroll within, which needs the keyboard's focus. */}
      <section
        aria-labelledby={id}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard
        tabIndex={0}
        className="mt-2 overflow-x-auto rounded-card border border-hairline bg-surface"
      >
        <pre className="w-max min-w-full p-4 font-mono text-sm leading-6">
          <code>{code}</code>
        </pre>
      </section>
    </div>
  )
}
