export type Submitted = {
  threadId: string
  /** The thread's page, and the cookie of the browser that it belongs to. */
  page: string
  cookie: string
}

/**
 * Sends the landing page's form, in the browser of a cookie or, without one, in a browser that was never here. Throws where
 * that doesn't lead to a thread.
 */
export async function submit(
  address: string,
  fields: Record<string, string>,
  cookie = '',
): Promise<Submitted> {
  const body = new FormData()
  for (const [name, value] of Object.entries(fields)) body.set(name, value)
  const answer = await fetch(`${address}/?index`, {
    method: 'POST',
    headers: cookie === '' ? {} : { cookie },
    body,
    redirect: 'manual',
  })
  await answer.arrayBuffer()
  const page = new URL(answer.headers.get('location') ?? '/', address).href
  const threadId = page.split('/').at(-1)
  if (answer.status !== 302 || !threadId) throw new Error(`a submission was answered with ${answer.status}`)
  return { threadId, page, cookie: answer.headers.get('set-cookie')?.split(';', 1)[0] ?? cookie }
}
