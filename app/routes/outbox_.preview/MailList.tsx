import { Link } from '@remix-run/react'
import { paths } from '#app/paths.ts'

/** The messages by name; the one that is shown is marked. */
export function MailList({
  mails,
  present,
}: {
  mails: { name: string; subject: string }[]
  present: string | null
}) {
  return (
    <nav aria-label="Messages">
      <ul className="border-t border-hairline">
        {mails.map(({ name, subject }) => (
          <li key={name} className="border-b border-hairline">
            <Link
              to={paths.mailPreview(name)}
              title={subject}
              aria-current={name === present ? 'page' : undefined}
              className="block py-2 text-sm hover:text-accent aria-[current=page]:font-medium aria-[current=page]:text-accent"
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
