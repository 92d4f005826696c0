// @vitest-environment happy-dom
import { useLoaderData } from '@remix-run/react'
import { act, useState } from 'react'
import { expect, test } from 'vitest'
import { mountRoutes } from '../testing/mount-routes.tsx'
import { ActionForm } from './ActionForm.tsx'
import { SelectField } from './SelectField.tsx'

const choices = [
  ['off', 'Never'],
  ['daily', 'Every day'],
] as const

/** A page that keeps a choice, as it was loaded or held by the page while one chooses. */
function Settings({ held }: { held: boolean }) {
  const kept = useLoaderData<() => string>()
  const [rhythm, setRhythm] = useState(kept)
  return (
    <ActionForm intent="keep" answer={undefined} submit="Save">
      <SelectField
        name="rhythm"
        label="How often"
        choices={choices}
        initial={held ? rhythm : kept}
        {...(held && { onChange: ({ currentTarget }) => setRhythm(currentTarget.value) })}
      />
    </ActionForm>
  )
}

test.each([true, false])(
  'a choice that was saved still stands in its list (held by the page: %s)',
  async (held) => {
    let kept = 'off'
    const { container, unmount } = await mountRoutes(
      [
        {
          path: '/',
          Component: () => <Settings held={held} />,
          loader: () => kept,
          action: async ({ request }) => {
            kept = String((await request.formData()).get('rhythm'))
            return null
          },
        },
      ],
      { hydrationData: { loaderData: { '0': 'off' } } },
    )
    const select = container.querySelector('select')
    if (!select) throw new Error('There is a list.')
    await act(async () => {
      select.value = 'daily'
      select.dispatchEvent(new Event('change', { bubbles: true }))
    })
    await act(async () => container.querySelector('button')?.click())
    await expect.poll(() => kept).toBe('daily')
    await act(async () => {})
    await expect.poll(() => container.querySelector('button')?.textContent).toBe('Save')
    expect(select.value).toBe('daily')
    await unmount()
  },
)
