import { expect, test } from 'vitest'
import { approvalDoubt } from './approval.ts'

const step = (state: 'approved' | 'signed' | 'draft', on: string | null) => ({ state, on })

test('a council that votes before the signature, or on its day, raises no doubt', () => {
  expect(approvalDoubt([step('approved', '2015-04-21'), step('signed', '2015-04-22')])).toBeNull()
  expect(approvalDoubt([step('approved', '2015-04-22'), step('signed', '2015-04-22')])).toBeNull()
})

test('one that surely votes afterwards does; a vague date gets the benefit of it', () => {
  expect(approvalDoubt([step('signed', '2015-04-22'), step('approved', '2015-05-01')])).toBe('afterSignature')
  expect(approvalDoubt([step('signed', '2015'), step('approved', '2015-05')])).toBeNull()
  expect(approvalDoubt([step('signed', null), step('approved', '2015-05')])).toBeNull()
})

test('a signature without a known vote is to be completed; what is not signed yet is not', () => {
  expect(approvalDoubt([step('signed', '2015')])).toBe('unknown')
  expect(approvalDoubt([step('draft', null)])).toBeNull()
  expect(approvalDoubt([])).toBeNull()
})
