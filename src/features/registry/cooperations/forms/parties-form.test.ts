import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type EditedRecord, openEditedRecord } from '../../../../../test/support/edited-record.ts'
import { readFields } from '../../../../../test/support/form-fields.ts'

const tie = '/fr/france-coree/cooperations/limoges-icheon'
let record: EditedRecord

beforeAll(async () => {
  record = await openEditedRecord('cooperations/limoges-icheon')
})
afterAll(() => record.close())

const parties = async () =>
  ((await record.read()).parties as { slug: string; capacity: string }[]).map(
    ({ slug, capacity }) => `${slug} ${capacity}`,
  )

/** Presses a button of the list, without a script: the page that comes back, and its fields. */
async function press(action: string, fields: Record<string, string | string[]>) {
  const answer = await record.member.post(`${tie}/edit/parties`, { ...fields, action })
  expect(answer.statusCode).toBe(200)
  return { page: answer.body, fields: readFields(answer.body) }
}

describe('the parties of a tie', () => {
  it('are added by name, of any kind, linked or as parties, and keep their order', async () => {
    const added = await press('add:parties', await record.fields('parties'))
    expect(added.page).toMatch(/id="field-parties-2" tabindex="-1" autofocus/)
    const answer = await record.send('parties', {
      ...added.fields,
      'parties.2.name': 'Gwangju, Gyeonggi',
      'parties.2.capacity': 'ecosystem',
      'parties.2.id': await record.organisationId('gwangju-gyeonggi'),
      'parties.2.for': 'Gwangju, Gyeonggi',
    })
    expect(answer.statusCode).toBe(303)
    expect(await parties()).toEqual(['limoges party', 'icheon party', 'gwangju-gyeonggi ecosystem'])
  })

  it('are moved and removed without a script, and nothing is saved before the form is', async () => {
    const before = await parties()
    const moved = await press('up:parties.1', await record.fields('parties'))
    expect([moved.fields['parties.0.name'], moved.fields['parties.1.name']]).toEqual(['Icheon', 'Limoges'])
    const removed = await press('remove:parties.2', moved.fields)
    expect(removed.fields['parties.2.name']).toBeUndefined()
    expect(await parties()).toEqual(before)
    await record.send('parties', { ...removed.fields, 'parties.2.name': [] })
    const sent = await record.member.post(`${tie}/edit/parties`, { ...removed.fields, reason: 'Relecture' })
    expect(sent.statusCode).toBe(303)
    expect(await parties()).toEqual(['icheon party', 'limoges party'])
  })

  it('ask which one is meant where a name is shared, and take the one that is ticked', async () => {
    const before = await parties()
    const added = await press('add:parties', await record.fields('parties'))
    const asked = await record.send('parties', { ...added.fields, 'parties.2.name': 'Gwangju' })
    expect(asked.statusCode).toBe(422)
    expect(asked.body).toContain('précisez lequel')
    expect(asked.body).toMatch(/De quel «.Gwangju.» s’agit-il/)
    expect(asked.body).toContain(
      'href="/fr/france-coree/organisations/new?next=%2Ffr%2Ffrance-coree%2Fcooperations%2Flimoges-icheon%2Fedit%2Fparties%3Ffield%3Dparties.2"',
    )
    expect(await parties()).toEqual(before)
  })

  it('cannot be named twice, nor all be removed', async () => {
    const fields = await record.fields('parties')
    const twice = await record.send('parties', {
      ...fields,
      'parties.1.name': 'Limoges',
      'parties.1.id': '',
      'parties.1.for': '',
      'parties.0.name': 'Limoges',
      'parties.0.id': '',
    })
    expect(twice.statusCode).toBe(422)
    expect(twice.body).toContain('figure déjà dans la liste')
    const none = await record.member.post(`${tie}/edit/parties`, { base: fields.base ?? '', reason: 'Essai' })
    expect(none.statusCode).toBe(422)
    expect(none.body).toContain('la dernière ne peut pas être retirée')
  })

  it('an organisation that was added on the way stands in the field for which it was wanted', async () => {
    await record.member.post(`${tie}/edit/parties/draft/removal`)
    const id = await record.organisationId('muju')
    const page = await record.member.get(`${tie}/edit/parties?field=parties.0&chosen=${id}`)
    const fields = readFields(page.body)
    expect([fields['parties.0.id'], fields['parties.1.name']]).toEqual([id, 'Limoges'])
    const untouched = readFields((await record.member.get(`${tie}/edit/parties?field=base&chosen=x`)).body)
    expect(untouched['parties.0.name']).toBe('Icheon')
  })

  it('what a member of another authority sends is a suggestion', async () => {
    const before = await parties()
    const answer = await record.send('parties', { 'parties.0.capacity': 'ecosystem' }, record.other)
    expect(answer.headers.location).toMatch(/\/contributions\/[0-9a-f-]{36}$/)
    expect(await parties()).toEqual(before)
  })
})
