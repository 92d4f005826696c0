import { useNavigate, useSubmit } from '@remix-run/react'
import { useEffect, useState } from 'react'
import * as z from 'zod/mini'
import { paths } from '#app/paths.ts'
import type { Command } from '#app/ui/palette/command.ts'
import { matchCommands } from '#app/ui/palette/match-commands.ts'
import { Palette } from '#app/ui/palette/Palette.tsx'
import { pageActs } from '#app/ui/palette/page-acts.ts'
import { whenReachable } from '#app/ui/shell/connection.ts'
import { useChooseTheme } from '#app/ui/shell/ThemeSwitch.tsx'
import { goTo } from './go-to.ts'

/** How long nothing is typed before threads are looked for, in milliseconds. */
const rest = 150

const threadSchema = z.object({ id: z.string(), title: z.string(), tweetCount: z.number() })
type FoundThread = z.infer<typeof threadSchema>
const foundSchema = z.object({ threads: z.array(threadSchema) })

type SitePaletteProps = {
  person: { mayAdminister: boolean } | null
  onClose: () => void
  onKeys: () => void
}

/** Leads anywhere, and does what the page that is shown can do. */
export function SitePalette({ person, onClose, onKeys }: SitePaletteProps) {
  const [typed, setTyped] = useState('')
  const navigate = useNavigate()
  const submit = useSubmit()
  const setTheme = useChooseTheme()
  const ofPage = useActsOfPage()
  const { threads, isBusy, isCutOff } = useFoundThreads(typed)
  const everywhere = goTo(person, {
    go: navigate,
    setTheme: (theme) => void whenReachable(() => setTheme(theme)),
    signOut: () => submit(null, { method: 'post', action: paths.signOut() }),
    showKeys: onKeys,
  })
  const toThreads = threads.map(
    ({ id, title, tweetCount }): Command => ({
      id,
      label: title,
      section: typed.trim() === '' ? 'Changed last' : 'Threads',
      hint: tweetCount === 1 ? '1 tweet' : `${tweetCount} tweets`,
      run: () => navigate(paths.thread(id)),
    }),
  )
  const known = matchCommands([...ofPage, ...everywhere], typed)
  // What was searched for by its words is most likely a thread; with nothing typed it is what the page can do.
  const commands = typed.trim() === '' ? [...ofPage, ...toThreads, ...everywhere] : [...known, ...toThreads]
  return (
    <Palette
      title="Go to, or do"
      label="A page, a thread, or what to do"
      typed={typed}
      onType={setTyped}
      commands={commands}
      isBusy={isBusy}
      note={isCutOff ? 'Your threads can’t be looked through: there is no connection.' : null}
      onClose={onClose}
    />
  )
}

function useActsOfPage(): Command[] {
  const [acts, setActs] = useState<Command[]>([])
  useEffect(() => {
    void pageActs()?.commands().then(setActs)
  }, [])
  return acts
}

/** Asked for by hand: an answer that doesn't come is told here, and takes nothing of the page with it. */
function useFoundThreads(typed: string) {
  const [found, setFound] = useState<{ typed: string; threads: FoundThread[] | null } | null>(null)
  useEffect(() => {
    const asking = new AbortController()
    const ask = async () => {
      const threads = await fetchThreads(typed, asking.signal)
      if (!asking.signal.aborted) setFound({ typed, threads })
    }
    const timer = setTimeout(() => void ask(), typed === '' ? 0 : rest)
    return () => {
      clearTimeout(timer)
      asking.abort()
    }
  }, [typed])
  return {
    threads: found?.threads ?? [],
    isBusy: found?.typed !== typed,
    isCutOff: found !== null && found.threads === null,
  }
}

/** Null where no answer came. */
async function fetchThreads(typed: string, signal: AbortSignal): Promise<FoundThread[] | null> {
  try {
    const answer = await fetch(paths.foundThreads(typed), { signal, headers: { Accept: 'application/json' } })
    return foundSchema.parse(await answer.json()).threads
  } catch {
    return null
  }
}
