import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestApp, type TestApp } from '../../../../test/support/open-test-app.ts'
import { readMarkdown } from '../../../platform/reading/markdown/read-markdown.ts'
import { lookUpNames } from './names/queries.ts'
import { understand } from './understand.ts'

let testApp: TestApp
beforeAll(async () => {
  testApp = await openTestApp()
})
afterAll(() => testApp.close())

const read = async (text: string) => {
  const document = readMarkdown(text)
  const reading = await understand(lookUpNames(testApp.context), document)
  const quoted = ({ passage, start, end }: { passage: number; start: number; end: number }) =>
    document.passages[passage]?.text.slice(start, end)
  return { ...reading, quoted }
}

it('asks when an agreement was signed that is dated by something nothing tells', async () => {
  const { cooperations, questions } = await read(
    '# Ville de Lyon – Ville de Fès\n\nLes deux villes ont signé un accord de jumelage deux ans après.\n',
  )
  expect(cooperations[0]?.agreements.map(({ date, openDate }) => [date, openDate])).toEqual([
    [null, 'deux ans après'],
  ])
  expect(questions.map(({ kind, about }) => [kind, about])).toEqual([['date', 'deux ans après']])
})

it('asks of another agreement that is dated by one told before, and not of the same one told twice', async () => {
  const told = (kind: string) =>
    `# Ville de Lyon – Ville de Fès\n\nLes deux villes ont signé un accord de jumelage le 12 mai 2013.\n\nLes deux villes ont signé ${kind} deux ans après.\n`
  const other = await read(told("un protocole d'entente"))
  expect(
    other.cooperations[0]?.agreements.map(({ kind, date, openDate }) => [kind, date ?? openDate]),
  ).toEqual([
    ['twinning', '2013-05-12'],
    ['mou', 'deux ans après'],
  ])
  expect(other.questions.map(({ about, candidates }) => [about, candidates])).toEqual([
    ['deux ans après', ['2015']],
  ])
  expect((await read(told('un accord de jumelage'))).questions).toEqual([])
})

it('asks when an exchange was in a Korean text that bears no day', async () => {
  const { cooperations, questions } = await read(
    '# 리모주시 – 이천시\n\n리모주시와 이천시는 자매결연 협정을 체결하였다. 지난해 리모주시 대표단이 이천시를 방문하였다.\n',
  )
  expect(cooperations[0]?.activities.map(({ date, openDate, kind }) => [date, openDate, kind])).toEqual([
    [null, '지난해', 'mission'],
  ])
  expect(questions.map(({ kind, about }) => [kind, about])).toEqual([['date', '지난해']])
})

it('asks nothing of a date that the text settles', async () => {
  const { questions } = await read(
    '# Ville de Lyon – Ville de Fès\n\nLes échanges ont commencé en 2003. Deux ans après, elles signent le jumelage.\n',
  )
  expect(questions).toEqual([])
})

const meeting = (first: string, second: string) =>
  `# Réunion du groupe Corée\n\n10 mars 2026, Hôtel de ville de Limoges\n\nPrésents : ${first} ; M. Paul Morel, ville de Nantes.\n\nExcusés : ${second}.\n`

it('asks whether two names that differ by a letter are one person', async () => {
  const { participants, questions } = await read(
    meeting('Mme Claire Durand, ville de Limoges', 'Mme Claire Durant, ville de Limoges'),
  )
  expect(participants.map(({ name, mayBe }) => [name, mayBe])).toEqual([
    ['Claire Durand', undefined],
    ['Paul Morel', undefined],
    ['Claire Durant', 'Claire Durand'],
  ])
  expect(questions.map(({ kind, candidates }) => [kind, candidates])).toEqual([
    ['person', ['Claire Durand', 'Claire Durant']],
  ])
})

it.each([
  ['come from two places', 'Mme Claire Durand, maire de Limoges', 'Mme Claire Durant, maire de Tours'],
  ['are far apart', 'Mme Claire Durand, ville de Limoges', 'Mme Claire Dupont, ville de Limoges'],
])('takes two people for two where they %s', async (_, first, second) => {
  const { questions } = await read(meeting(first, second))
  expect(questions.filter(({ kind }) => kind === 'person')).toEqual([])
})

it('quotes a tie that a title states from the sentence beneath that states it too', async () => {
  const { cooperations, quoted } = await read(
    '# Réunion\n\n## Ville de Limoges – Ville d’Icheon\n\nUn point est fait. La ville de Limoges et la ville d’Icheon coopèrent dans le domaine de la céramique. La ville de Limoges et la ville d’Icheon ont signé un accord de jumelage en 2015.\n',
  )
  const [tie] = cooperations
  expect(tie && quoted(tie.quote)).toBe('Ville de Limoges – Ville d’Icheon')
  expect(tie?.sentence && quoted(tie.sentence)).toBe(
    'La ville de Limoges et la ville d’Icheon ont signé un accord de jumelage en 2015.',
  )
})

it('leaves the title alone where nothing beneath says so', async () => {
  const { cooperations } = await read('# Réunion\n\n## Limoges – Icheon\n\nRien de nouveau.\n')
  expect(cooperations.map(({ sentence }) => sentence)).toEqual([null])
})

it('gives a link to the tie in whose section it stands, and to nobody elsewhere', async () => {
  const { cooperations, resources } = await read(
    [
      '# Réunion',
      'Voir https://groupe.example.org pour le groupe.',
      '## Limoges – Icheon',
      'Limoges et Icheon sont jumelées depuis 2015.',
      'Photos : https://limoges.example.org/icheon',
      '## Nantes Métropole – Suncheon',
      'Nantes Métropole et la ville de Suncheon coopèrent depuis 2009. Programme : https://nantes.example.org/jardins',
    ].join('\n\n'),
  )
  expect(cooperations).toHaveLength(2)
  expect(resources.map(({ url, cooperation }) => [url, cooperation])).toEqual([
    ['https://groupe.example.org', null],
    ['https://limoges.example.org/icheon', 0],
    ['https://nantes.example.org/jardins', 1],
  ])
})
