import { expect, test } from 'vitest'
import { documentWithoutNames, withoutNames } from './without-names.ts'

const claire = { names: ['Claire Martin'], addresses: ['claire.martin@ville.example'] }
const minsu = { names: ['김민수'], addresses: [] }

test('the function beside a name stays alone where the sentence bears it', () => {
  const cases = [
    ['Claire Martin, adjointe au maire', 'adjointe au maire'],
    ['L’adjointe au maire, Claire Martin, a signé.', 'L’adjointe au maire a signé.'],
    ['L’adjointe au maire (Claire Martin) a signé.', 'L’adjointe au maire a signé.'],
    ['Signé par Claire Martin, adjointe au maire', 'Signé par [nom effacé], adjointe au maire'],
    ['MARTIN Claire était présente', '[nom effacé] était présente'],
  ]
  for (const [text = '', left] of cases) expect(withoutNames(text, claire, 'fr')).toBe(left)
})

test('particles stay behind a Korean name', () => {
  expect(withoutNames('김민수가 서명하였습니다.', minsu, 'ko')).toBe('[이름 삭제]가 서명하였습니다.')
})

test('names of others, and words that only contain the letters, are left alone', () => {
  const text = 'Marie-Claire Martinet and Claire Martins met Martin.'
  expect(withoutNames(text, claire)).toBe(text)
  expect(withoutNames('Lee chairs the committee', { names: ['Lee'], addresses: [] })).toBe(
    'Lee chairs the committee',
  )
})

test('an address goes wherever it stands, and longer addresses that contain it do not', () => {
  expect(withoutNames('Écrire à Claire.Martin@ville.example.', claire, 'fr')).toBe(
    'Écrire à [adresse effacée].',
  )
  const other = 'marie-claire.martin@ville.example'
  expect(withoutNames(other, claire)).toBe(other)
})

test('each passage of a document is marked in its own language', () => {
  const document = {
    title: { fr: { text: 'Visite de Claire Martin' }, ko: { text: 'Claire Martin 방문' } },
    parties: [{ signatory: { fr: { text: 'Claire Martin, adjointe', state: 'original' } } }],
    number: 3,
    none: null,
  }
  expect(documentWithoutNames(document, claire)).toEqual({
    title: { fr: { text: 'Visite de [nom effacé]' }, ko: { text: '[이름 삭제] 방문' } },
    parties: [{ signatory: { fr: { text: 'adjointe', state: 'original' } } }],
    number: 3,
    none: null,
  })
})

test('doing it twice changes nothing more', () => {
  const once = withoutNames('Par Claire Martin, (Claire Martin), claire.martin@ville.example', claire, 'fr')
  expect(withoutNames(once, claire, 'fr')).toBe(once)
})
