import { expect, test } from 'vitest'
import { eachOnce, readAddresses } from './recipients.ts'

test('reads names and addresses, each once, and says what is none', () => {
  const { recipients, wrong } = readAddresses(
    'Claire Martin <Claire@Limoges.example>\nclaire@limoges.example; kim@icheon.example, pas une adresse',
    'fr',
  )
  expect(recipients.map(({ name, address }) => [name, address])).toEqual([
    ['Claire Martin', 'claire@limoges.example'],
    ['', 'kim@icheon.example'],
  ])
  expect(wrong).toEqual(['pas une adresse'])
})

test('keeps whoever was named first under an address', () => {
  const [first] = readAddresses('Un <a@b.example>', 'fr').recipients
  const [second] = readAddresses('Deux <a@b.example>', 'ko').recipients
  expect(eachOnce([first, second].filter((each) => each !== undefined)).map(({ name }) => name)).toEqual([
    'Un',
  ])
})
