import { useFetcher, useLocation } from '@remix-run/react'
import { Moon, Sun } from 'lucide-react'

const fetcherKey = 'theme'

/** The theme that is being saved, so that the page shows it at once. */
export function useThemeInFlight(): string | undefined {
  const chosen = useFetcher({ key: fetcherKey }).formData?.get('theme')
  return typeof chosen === 'string' ? chosen : undefined
}

/** Chooses a theme, and stays where one is. */
export function useChooseTheme(): (theme: 'system' | 'light' | 'dark') => void {
  const { submit } = useFetcher({ key: fetcherKey })
  const returnTo = useReturnTo()
  return (theme) => submit({ theme, returnTo }, { method: 'post', action: '/theme' })
}

function useReturnTo() {
  const { pathname, search } = useLocation()
  return pathname + search
}

/** Turns light to dark and back. Which button shows is decided in CSS: only the browser knows the system's theme. */
export function ThemeToggle() {
  const { Form } = useFetcher({ key: fetcherKey })
  const returnTo = useReturnTo()
  const look = 'size-11 items-center justify-center rounded-control text-muted hover:bg-sunken hover:text-ink'
  return (
    <Form method="post" action="/theme">
      <input type="hidden" name="returnTo" value={returnTo} />
      <button
        type="submit"
        name="theme"
        value="dark"
        className={`only-light inline-flex ${look}`}
        aria-label="Use the dark theme"
      >
        <Moon aria-hidden className="size-5" />
      </button>
      <button
        type="submit"
        name="theme"
        value="light"
        className={`only-dark inline-flex ${look}`}
        aria-label="Use the light theme"
      >
        <Sun aria-hidden className="size-5" />
      </button>
    </Form>
  )
}

const choices = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
]

/** All three choices, so that one can go back to what the system says. */
export function ThemeChoice({ theme }: { theme: string }) {
  const { Form } = useFetcher({ key: fetcherKey })
  const returnTo = useReturnTo()
  return (
    <Form method="post" action="/theme" className="flex flex-wrap items-center gap-1">
      <input type="hidden" name="returnTo" value={returnTo} />
      <span id="theme-choice" className="mr-1">
        Theme
      </span>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a group where a row of buttons is meant */}
      <span role="group" aria-labelledby="theme-choice" className="flex flex-wrap">
        {choices.map(({ value, label }) => (
          <button
            type="submit"
            key={value}
            name="theme"
            value={value}
            aria-pressed={theme === value}
            className="min-h-11 rounded-control px-3 hover:text-ink aria-pressed:text-ink aria-pressed:underline aria-pressed:decoration-thread aria-pressed:decoration-2 aria-pressed:underline-offset-4 lg:min-h-9"
          >
            {label}
          </button>
        ))}
      </span>
    </Form>
  )
}
