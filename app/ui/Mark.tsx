/** A word at the end of a title that says on what terms it is had; `spoken` is said before it, for those who hear the page. */
export function Mark({ spoken, children }: { spoken: string; children: string }) {
  return (
    <>
      {' '}
      <span className="inline-block rounded-control border border-edge px-1.5 py-0.5 align-middle font-sans text-xs leading-4 font-medium text-muted">
        <span className="sr-only">{spoken} </span>
        {children}
      </span>
    </>
  )
}
