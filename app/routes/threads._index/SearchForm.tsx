import { Form, Link } from '@remix-run/react'
import { Search } from 'lucide-react'
import {
  isNarrowed,
  type LibrarySort,
  type LibraryState,
  type LibraryWish,
  queryOf,
} from '#app/features/threads/library/library-wish.ts'
import { paths } from '#app/paths.ts'
import { Button } from '#app/ui/Button.tsx'
import { controlClass } from '#app/ui/Field.tsx'
import { quietControlClass } from '#app/ui/quiet-control.ts'
import type { useLiveSearch } from './use-live-search.ts'

const stateWords: Record<LibraryState, string> = {
  ready: 'Ready',
  writing: 'Being written',
  unfinished: 'Not finished',
}
const sortWords: Record<LibrarySort, string> = {
  best: 'Best match',
  newest: 'Newest',
  changed: 'Last changed',
  title: 'Title',
}

type SearchFormProps = { live: ReturnType<typeof useLiveSearch>; wish: LibraryWish; tags: string[] }

/** What to look for, and among what. Without JavaScript it is a form with a button, with it each change is a search. */
export function SearchForm({ live, wish, tags }: SearchFormProps) {
  const { asked, field, form } = live
  const known = asked.tag === null || tags.includes(asked.tag) ? tags : [asked.tag, ...tags]
  const isSearch = asked.q.trim() !== ''
  return (
    <Form method="get" action={paths.threads()} role="search" className="mb-6" {...form}>
      {wish.trash && <input type="hidden" name="trash" value="1" />}
      <div className="flex gap-2">
        <div className="relative min-w-0 flex-1">
          <label htmlFor="q" className="sr-only">
            {wish.trash ? 'Search the trash' : 'Search your threads and what they were made from'}
          </label>
          <Search
            aria-hidden
            className="pointer-events-none absolute start-3 top-1/2 size-5 -translate-y-1/2 text-muted"
          />
          <input
            ref={field}
            id="q"
            name="q"
            type="search"
            defaultValue={wish.q}
            maxLength={200}
            autoComplete="off"
            enterKeyHint="search"
            placeholder={wish.trash ? 'Search the trash' : 'Search threads and sources'}
            className={`${controlClass} ps-10 [&::-webkit-search-cancel-button]:appearance-none`}
          />
        </div>
        <span className="without-script">
          <Button type="submit">Search</Button>
        </span>
      </div>
      {/* On a phone one line that is pushed sideways, so that the threads begin in sight. */}
      <div className="-mx-4 mt-2 flex items-center gap-2 overflow-x-auto px-4 py-1 *:shrink-0 sm:mx-0 sm:flex-wrap sm:overflow-visible sm:px-0">
        <Choice
          name="state"
          label="State"
          value={asked.state ?? ''}
          options={[['', 'Any state'], ...entriesOf(stateWords)]}
        />
        {known.length > 0 && (
          <Choice
            name="tag"
            label="Tag"
            value={asked.tag ?? ''}
            options={[['', 'Any tag'], ...known.map((tag): [string, string] => [tag, `#${tag}`])]}
          />
        )}
        {(!wish.trash || isSearch) && (
          <Choice
            name="sort"
            label="Order"
            value={asked.sort === (isSearch ? 'best' : 'newest') ? '' : asked.sort}
            options={entriesOf(sortWords)
              .filter(([sort]) => sort !== 'best' || isSearch)
              .map(([sort, said]) => [sort === (isSearch ? 'best' : 'newest') ? '' : sort, said])}
          />
        )}
        <Tick name="starred" label="Starred" isOn={asked.starred} />
        <Tick name="doubted" label="Unsupported claims" isOn={asked.doubted} />
        {isNarrowed(asked) && (
          <Link
            to={paths.threads() + queryOf(cleared(wish))}
            className={`${quietControlClass} underline underline-offset-4`}
          >
            Clear
          </Link>
        )}
      </div>
    </Form>
  )
}

const cleared = ({ trash, sort }: LibraryWish): LibraryWish => ({
  q: '',
  state: null,
  tag: null,
  starred: false,
  doubted: false,
  trash,
  sort: sort === 'best' ? 'newest' : sort,
  after: null,
  before: null,
})

const entriesOf = (words: Record<string, string>): [string, string][] => Object.entries(words)

type ChoiceProps = { name: string; label: string; value: string; options: [string, string][] }

function Choice({ name, label, value, options }: ChoiceProps) {
  return (
    <select
      name={name}
      aria-label={label}
      value={value}
      onChange={() => {}}
      className="min-h-11 max-w-44 truncate rounded-control border border-edge bg-surface px-2 text-sm text-ink lg:min-h-9"
    >
      {options.map(([option, said]) => (
        <option key={option} value={option}>
          {said}
        </option>
      ))}
    </select>
  )
}

function Tick({ name, label, isOn }: { name: string; label: string; isOn: boolean }) {
  return (
    <label className="inline-flex min-h-11 items-center gap-2 rounded-control border border-edge bg-surface px-3 text-sm has-checked:border-accent has-checked:bg-wash lg:min-h-9">
      <input
        type="checkbox"
        name={name}
        value="1"
        checked={isOn}
        onChange={() => {}}
        className="size-4 accent-accent"
      />
      {label}
    </label>
  )
}
