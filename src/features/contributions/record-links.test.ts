import { afterAll, beforeAll, expect, it } from 'vitest'
import { type EditedRecord, openEditedRecord } from '../../../test/support/edited-record.ts'
import { signIn } from '../../../test/support/sign-in.ts'

const tie = '/fr/france-coree/cooperations/limoges-icheon'
let record: EditedRecord

beforeAll(async () => {
  record = await openEditedRecord('cooperations/limoges-icheon')
})
afterAll(() => record.close())

const linksOf = (html: string) => ({
  edit: html.match(/\/edit">([^<]*)</)?.[1] ?? null,
  history: html.includes('/history">Historique<'),
  correction: html.includes('/correction" rel="nofollow"'),
})

it('leads everybody to the history, those who may to the forms, and visitors to a report', async () => {
  const stranger = await signIn(record.testApp)
  // The cached page is requested first and last: what one reader sees is never shown to another.
  for (const get of [record.testApp.get, stranger.get, record.testApp.get])
    expect(linksOf((await get(tie)).body)).toEqual({ edit: null, history: true, correction: true })
  expect(linksOf((await record.member.get(tie)).body)).toEqual({
    edit: 'Modifier',
    history: true,
    correction: false,
  })
  expect(linksOf((await record.other.get(tie)).body).edit).toBe('Proposer une modification')
  expect(linksOf((await record.testApp.get(tie)).body).edit).toBeNull()
})

it('does the same for organisations, as far as the group knows them', async () => {
  const limoges = '/fr/france-coree/organisations/limoges'
  expect(linksOf((await record.member.get(limoges)).body).edit).toBe('Modifier')
  expect(linksOf((await record.other.get(limoges)).body).edit).toBe('Proposer une modification')
  expect(linksOf((await record.testApp.get(limoges)).body).history).toBe(true)
  expect(linksOf((await record.member.get('/fr/france-coree/organisations/ain')).body)).toEqual({
    edit: null,
    history: false,
    correction: false,
  })
})

it('offers to add records only to the people of the group', async () => {
  for (const list of ['cooperations', 'organisations']) {
    const address = `/fr/france-coree/${list}`
    const link = `href="${address}/new"`
    expect((await record.member.get(address)).body).toContain(link)
    expect((await record.testApp.get(address)).body).not.toContain(link)
    expect((await (await signIn(record.testApp)).get(address)).body).not.toContain(link)
  }
})
