import { Link } from '@remix-run/react'
import { paths } from '#app/paths.ts'
import { ButtonLink } from '#app/ui/Button.tsx'
import { SearchForm } from '#app/ui/forms/SearchForm.tsx'
import { RelativeTime } from '#app/ui/RelativeTime.tsx'
import { AdminFrame } from '#app/ui/shell/AdminFrame.tsx'
import { TextLink } from '#app/ui/TextLink.tsx'

type ShownUser = {
  id: string
  name: string
  email: string | null
  role: string
  isSuspended: boolean
  createdAt: string
}
type UsersPageProps = { isAdmin: boolean; find: string; users: ShownUser[]; next: string | null }

export function UsersPage({ isAdmin, find, users, next }: UsersPageProps) {
  return (
    <AdminFrame isAdmin={isAdmin} title="People">
      <SearchForm label="Address, name or id" find={find} className="mb-8" />
      {users.length === 0 ? (
        <div className="border-t border-hairline py-10">
          <p className="font-serif text-2xl font-medium">
            {find === '' ? 'Nobody has signed up yet' : 'Nobody fits that'}
          </p>
          {find !== '' && (
            <p className="mt-2">
              <TextLink to={paths.users()}>Show everybody</TextLink>
            </p>
          )}
        </div>
      ) : (
        <ul className="border-t border-hairline sm:-mx-3">
          {users.map((user) => (
            <UserItem key={user.id} user={user} />
          ))}
        </ul>
      )}
      {next !== null && (
        <div className="mt-6 flex justify-center">
          <ButtonLink to={paths.users({ find: find || undefined, before: next })}>Earlier ones</ButtonLink>
        </div>
      )}
    </AdminFrame>
  )
}

function UserItem({ user }: { user: ShownUser }) {
  const { id, name, email, role, isSuspended, createdAt } = user
  return (
    <li className="relative flex flex-wrap items-baseline gap-x-4 gap-y-1 border-b border-hairline py-3 hover:bg-sunken sm:px-3">
      <div className="min-w-0 flex-1 basis-56">
        <Link
          to={paths.user(id)}
          className="block truncate font-medium text-ink no-underline after:absolute after:inset-0"
        >
          {name}
        </Link>
        <p className="truncate text-sm text-muted">{email ?? 'no address'}</p>
      </div>
      <p className="text-sm text-muted tabular-nums">
        {isSuspended && <span className="font-medium text-bad">Suspended · </span>}
        {role !== 'user' && <span className="text-ink">{role === 'admin' ? 'Admin' : 'Support'} · </span>}
        made{' '}
        <span className="relative z-1">
          <RelativeTime iso={createdAt} />
        </span>
      </p>
    </li>
  )
}
