import type { ReactNode } from 'react'

type WideTableProps = { children: ReactNode } & ({ label: string } | { labelledBy: string })

/** A table that a narrow screen shows under a scroll bar of its own, which keys reach too. */
export function WideTable({ children, ...name }: WideTableProps) {
  return (
    <section
      aria-label={'label' in name ? name.label : undefined}
      aria-labelledby={'labelledBy' in name ? name.labelledBy : undefined}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys.
      tabIndex={0}
      className="mt-8 overflow-x-auto"
    >
      {children}
    </section>
  )
}
