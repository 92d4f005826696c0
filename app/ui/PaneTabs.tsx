type PaneTabsProps = {
  label: string
  panes: { id: string; label: string }[]
  shown: string
  onShow: (id: string) => void
}

/**
 * Chooses which pane a narrow screen shows. Each tab is a link to its pane, so that without JavaScript, where the panes
 * stand one below the other, it leads there.
 */
export function PaneTabs({ label, panes, shown, onShow }: PaneTabsProps) {
  return (
    <nav aria-label={label} className="flex rounded-control border border-hairline bg-sunken p-1 lg:hidden">
      {panes.map((pane) => (
        <a
          key={pane.id}
          href={`#${pane.id}`}
          aria-current={pane.id === shown ? 'true' : undefined}
          className="flex min-h-11 flex-1 items-center justify-center rounded-md text-[0.9375rem] font-medium text-muted no-underline aria-[current]:bg-surface aria-[current]:text-ink"
          onClick={(event) => {
            event.preventDefault()
            onShow(pane.id)
          }}
        >
          {pane.label}
        </a>
      ))}
    </nav>
  )
}
