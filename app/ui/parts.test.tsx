import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Button } from './Button.tsx'
import { CopyButton } from './CopyButton.tsx'
import { CountRing } from './CountRing.tsx'
import { Field } from './Field.tsx'
import { LinkedText } from './LinkedText.tsx'
import { NonceProvider, useNonce } from './NonceContext.tsx'
import { Notice } from './Notice.tsx'
import { RelativeTime } from './RelativeTime.tsx'
import { tiePath } from './tie-path.ts'

describe('a count', () => {
  it('is said in words and shown as a number', () => {
    const ring = renderToStaticMarkup(<CountRing length={212} limit={280} />)
    expect(ring).toContain('212 of 280 characters')
    expect(ring).toContain('75.7 100')
  })

  it('over the limit says by how much, not by colour alone', () => {
    const ring = renderToStaticMarkup(<CountRing length={292} limit={280} />)
    expect(ring).toContain('292 of 280 characters, 12 over the limit')
    expect(ring).toContain('12 over')
  })
})

describe('a field', () => {
  const field = (error?: string) =>
    renderToStaticMarkup(
      <Field id="audience" label="Who it is for" hint="In your words." error={error}>
        {(attributes) => <input {...attributes} />}
      </Field>,
    )

  it('is tied to its hint', () => {
    expect(field()).toContain('<input id="audience" aria-describedby="audience-hint"/>')
  })

  it('with an error is marked and tied to it first', () => {
    expect(field('Too long.')).toContain(
      'aria-invalid="true" aria-describedby="audience-error audience-hint"',
    )
    expect(field('Too long.')).toContain('Too long.')
  })
})

describe('text from outside', () => {
  it('stays text, whatever it says', () => {
    const html = renderToStaticMarkup(
      <LinkedText text={'<img src=x onerror=alert(1)> javascript:alert(1)'} />,
    )
    expect(html).toBe('&lt;img src=x onerror=alert(1)&gt; javascript:alert(1)')
  })

  it('has links that pass nothing on', () => {
    const html = renderToStaticMarkup(<LinkedText text="See https://example.org/a&b." />)
    expect(html).toContain('href="https://example.org/a&amp;b"')
    expect(html).toContain('rel="noopener nofollow ugc"')
  })
})

it('a pending button keeps its place and its focus', () => {
  const html = renderToStaticMarkup(<Button pending>Sending…</Button>)
  expect(html).toContain('aria-disabled="true"')
  expect(html).not.toContain(' disabled=""')
})

it('a copy button is not offered without JavaScript', () => {
  expect(renderToStaticMarkup(<CopyButton text="x" label="Copy tweet 1" iconOnly />)).toMatch(
    /needs-script.*aria-label="Copy tweet 1"/,
  )
})

it('a notice that the person caused is read out at once', () => {
  const html = renderToStaticMarkup(
    <Notice tone="bad" role="alert" title="Not sent" actions={<a href="/">Back</a>}>
      Try again.
    </Notice>,
  )
  expect(html).toContain('role="alert"')
  expect(html).toContain('Try again.')
})

it('a time says the exact moment in its title', () => {
  expect(renderToStaticMarkup(<RelativeTime iso="2020-01-02T03:04:05Z" />)).toContain(
    'title="2 January 2020 at 03:04 UTC">2 January 2020<',
  )
})

it('a tie leaves and arrives level', () => {
  expect(tiePath({ x: 0, y: 10 }, { x: 100, y: 50 })).toBe('M0 10 C50 10 50 50 100 50')
  expect(tiePath({ x: 0, y: 0 }, { x: 10, y: 0.04 })).toBe('M0 0 C24 0 -14 0 10 0')
})

it('the nonce reaches whoever asks for it', () => {
  function Nonce() {
    return <i>{useNonce() ?? 'none'}</i>
  }
  expect(
    renderToStaticMarkup(
      <NonceProvider nonce="abc">
        <Nonce />
      </NonceProvider>,
    ),
  ).toBe('<i>abc</i>')
  expect(renderToStaticMarkup(<Nonce />)).toBe('<i>none</i>')
})
