import { useLocation, useNavigate, useNavigation } from '@remix-run/react'
import { type FormEvent, useEffect, useRef } from 'react'
import { type LibraryWish, queryOf, wishOf } from '#app/features/threads/library/library-wish.ts'

/** How long nothing is typed before it is searched for, in milliseconds. */
const rest = 180

/**
 * Searches while somebody types and at once where they choose, staying in the field: each search takes the place of the
 * one before, also in the browser's history, and one that is overtaken is called off. `asked` is what is looked for now,
 * before its answer is there.
 */
export function useLiveSearch(wish: LibraryWish) {
  const navigate = useNavigate()
  const navigation = useNavigation()
  const { pathname } = useLocation()
  const field = useRef<HTMLInputElement>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>()
  const typed = useRef(wish.q)

  useEffect(() => () => clearTimeout(timer.current), [])

  // Back, forward and links change what the field says; an answer to what was typed a moment ago doesn't.
  useEffect(() => {
    const { current } = field
    if (current && wish.q !== typed.current) current.value = wish.q
    typed.current = wish.q
  }, [wish.q])

  useEffect(() => {
    const toField = (event: KeyboardEvent) => {
      const { target } = event
      const isTyping =
        target instanceof Element && target.closest('input, textarea, select, [contenteditable]')
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping) return
      event.preventDefault()
      field.current?.focus()
    }
    document.addEventListener('keydown', toField)
    return () => document.removeEventListener('keydown', toField)
  }, [])

  const search = (form: HTMLFormElement) => {
    clearTimeout(timer.current)
    const next = wishOf(new URLSearchParams(fieldsOf(form)))
    typed.current = next.q
    navigate(pathname + queryOf(next), { replace: true, preventScrollReset: true })
  }
  const onInput = ({ currentTarget: form, target }: FormEvent<HTMLFormElement>) => {
    clearTimeout(timer.current)
    if (target !== field.current) return search(form)
    timer.current = setTimeout(() => search(form), rest)
  }
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    search(event.currentTarget)
  }
  const next = navigation.formMethod === undefined ? navigation.location : undefined
  const isSearching = next?.pathname === pathname
  return {
    field,
    form: { onInput, onSubmit },
    isSearching,
    asked: isSearching ? wishOf(new URLSearchParams(next?.search)) : wish,
  }
}

const fieldsOf = (form: HTMLFormElement): [string, string][] =>
  [...new FormData(form)].flatMap(([name, value]) =>
    typeof value === 'string' && value !== '' ? [[name, value] as [string, string]] : [],
  )
