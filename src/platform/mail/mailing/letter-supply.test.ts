import { expect, test } from 'vitest'
import { createLetterSupply } from './letter-supply.ts'
import type { ClaimedReader } from './reader-claims.ts'

test('letters of a mailing that is stopped leave the supply, and are given back', async () => {
  const claimed = [reader('stopped', 1), reader('other', 2), reader('stopped', 3), reader('other', 4)]
  const supply = createLetterSupply(
    async () => claimed.splice(0),
    async ({ readerId }) => Buffer.from(readerId),
    2,
  )
  const first = await supply.next()
  expect(first?.reader.readerId).toBe('reader-1')
  expect(supply.drop('stopped').map(({ readerId }) => readerId)).toEqual(['reader-3'])
  const left: (string | undefined)[] = []
  for (let letter = await supply.next(); letter; letter = await supply.next())
    left.push((await letter.raw).toString())
  expect(left).toEqual(['reader-2', 'reader-4'])
})

const nobody = {
  name: '',
  version: 'fr',
  preferencesAddress: null,
  unsubscribeAddress: null,
  attempts: 0,
}

function reader(mailingId: string, number: number): ClaimedReader {
  return { ...nobody, mailingId, readerId: `reader-${number}`, address: `${number}@lecteur.example` }
}
