import { type ActionFunctionArgs, redirect, replace } from '@remix-run/node'
import { z } from 'zod'
import { ownPath } from '#app/platform/own-path.ts'
import { readForm } from '#app/platform/read-form.server.ts'
import { themeCookie, themes } from '#app/ui/theme-cookie.server.ts'

const choiceSchema = z.object({ theme: z.enum(themes) })

/** Keeps the choice of theme and goes back to where it was made. An unknown theme changes nothing. */
export async function action({ request, context }: ActionFunctionArgs) {
  const form = await readForm(request)
  const choice = choiceSchema.safeParse({ theme: form.get('theme') })
  if (!choice.success) return redirect('/')
  // Behind a proxy that ends TLS the request itself doesn't say so.
  const secure = context.env.mode === 'production'
  return replace(ownPath(form.get('returnTo'), '/'), {
    headers: { 'Set-Cookie': await themeCookie(choice.data.theme, secure) },
  })
}

export function loader() {
  return redirect('/')
}
