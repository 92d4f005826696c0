import { describe, expect, it } from 'vitest'
import { receiptMail, receiptsDue } from './receipts.ts'

const now = new Date('2026-12-10T08:05:00Z')
const secondsBefore = (days: number) => Math.floor(now.getTime() / 1000) - days * 86_400
const invoice = {
  id: 'in_1',
  number: 'THR-0042',
  status: 'paid' as const,
  amount_paid: 1200,
  currency: 'usd',
  hosted_invoice_url: 'https://invoice.stripe.com/i/1',
  status_transitions: { paid_at: secondsBefore(1) },
}
const keys = (changes: object, told: string[] = []) =>
  receiptsDue({ invoices: [{ ...invoice, ...changes }] }, told, now).map(({ key }) => key)

describe('a receipt', () => {
  it('is due for what was paid within the week, once', () => {
    expect(keys({})).toEqual(['receipt:in_1'])
    expect(keys({}, ['began:sub_1', 'receipt:in_1'])).toEqual([])
    expect(keys({ status_transitions: { paid_at: secondsBefore(8) } })).toEqual([])
  })

  it('is not due for a trial that costs nothing, nor for what is not paid', () => {
    expect(keys({ amount_paid: 0 })).toEqual([])
    expect(keys({ status: 'open', status_transitions: { paid_at: null } })).toEqual([])
    expect(keys({ status: 'void' })).toEqual([])
  })

  it('leads to the plan where the invoice has no page of its own', () => {
    const mail = receiptMail(
      { ...invoice, number: null, hosted_invoice_url: null },
      now,
      'https://threadr.example',
    )
    expect(mail.action?.url).toBe('https://threadr.example/account/plan')
    expect(mail.links).toEqual([])
    expect(mail.paragraphs).toEqual(['You paid $12.00 for Threadr on 10 December 2026.'])
  })
})
