import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type EditedRecord, openEditedRecord } from '../../../../../test/support/edited-record.ts'
import { readFields } from '../../../../../test/support/form-fields.ts'

const tie = '/fr/france-coree/cooperations/limoges-icheon'
let record: EditedRecord

beforeAll(async () => {
  record = await openEditedRecord('cooperations/limoges-icheon')
})
afterAll(() => record.close())

interface Agreement {
  id: string
  kind: string
  steps: { state: string; on: string | null; words: object }[]
  [field: string]: unknown
}
const agreements = async () => (await record.read()).agreements as Agreement[]
const byKind = async (kind: string) => (await agreements()).find((each) => each.kind === kind)
const newest = () => byKind('partnership_convention')

async function press(action: string, fields: Record<string, string | string[]>, entry = 'new') {
  const answer = await record.member.post(`${tie}/edit/agreements/${entry}`, { ...fields, action })
  expect(answer.statusCode).toBe(200)
  return readFields(answer.body)
}

describe('an agreement', () => {
  it('is added with who signs it, its amount and the steps of its life, in the order of time', async () => {
    const parent = (await agreements())[0]?.id ?? ''
    const blank = await record.fields('agreements/new')
    expect([blank['parties.0.name'], blank['parties.1.name']]).toEqual(['Limoges', 'Icheon'])
    const steps = await press('add:steps', await press('add:steps', blank))
    const answer = await record.send('agreements/new', {
      ...steps,
      kind: 'partnership_convention',
      'title.fr.text': 'Convention sur la porcelaine',
      'object.ko.text': '도자 교류',
      plannedAmount: '120 000,5',
      currency: 'EUR',
      parentId: parent,
      'parties.0.signatory.fr.text': 'Maire',
      'steps.0.state': 'signed',
      'steps.0.on': 'début juin 2016',
      'steps.1.state': 'approved',
      'steps.1.on': '3 mai 2016',
    })
    expect(answer.statusCode).toBe(303)
    expect(await newest()).toEqual({
      id: expect.any(String),
      kind: 'partnership_convention',
      state: 'signed',
      signed_on: '2016-06-01/2016-06-10',
      title: { fr: 'Convention sur la porcelaine' },
      object: { ko: '도자 교류' },
      parties: ['limoges', 'icheon'],
      parent,
      steps: [
        { state: 'approved', on: '2016-05-03', words: {} },
        { state: 'signed', on: '2016-06-01/2016-06-10', words: { fr: 'début juin 2016' } },
      ],
      planned_amount: '120000.50',
      currency: 'EUR',
    })
    expect((await record.testApp.get(tie)).body).toContain('Convention sur la porcelaine')
  })

  it('keeps its steps when it is sent as it stands, and takes one more that came before them', async () => {
    const id = (await newest())?.id ?? ''
    const unchanged = await record.send(`agreements/${id}`, {})
    expect(unchanged.statusCode).toBe(200)
    expect(unchanged.body).toContain('Rien ne diffère')
    const fields = await press('add:steps', await record.fields(`agreements/${id}`), id)
    await record.send(`agreements/${id}`, { ...fields, 'steps.2.state': 'draft', 'steps.2.on': '2015' })
    expect((await newest())?.steps.map(({ state }) => state)).toEqual(['draft', 'approved', 'signed'])
    expect((await newest())?.state).toBe('signed')
  })

  it('warns of a council that voted after the signature, and saves it all the same', async () => {
    const id = (await newest())?.id ?? ''
    const fields = await record.fields(`agreements/${id}`)
    const [step] = ['0', '1', '2'].filter((number) => fields[`steps.${number}.state`] === 'approved')
    const answer = await record.send(`agreements/${id}`, { ...fields, [`steps.${step}.on`]: '2016-07-01' })
    expect(answer.statusCode).toBe(303)
    expect((await record.member.get(`${tie}/edit/agreements/${id}`)).body).toContain(
      'la délibération suit la signature',
    )
    expect((await record.member.get(`${tie}/edit`)).body).toContain('délibération après signature')
  })

  it('that there is none is a full value, without steps', async () => {
    const blank = await record.fields('agreements/new')
    const wrong = await record.send('agreements/new', {
      ...(await press('add:steps', blank)),
      kind: 'none',
      'steps.0.state': 'signed',
    })
    expect(wrong.statusCode).toBe(422)
    expect(wrong.body).toContain('il n’y a pas d’étapes')
    await record.member.post(`${tie}/edit/agreements/new/draft/removal`)
    expect((await record.send('agreements/new', { ...blank, kind: 'none' })).statusCode).toBe(303)
    expect(await byKind('none')).toMatchObject({ kind: 'none', state: null, steps: [], title: {} })
    expect((await record.testApp.get(tie)).body).toContain('les échanges se font sans convention')
  })

  it('is not saved with a currency missing, an amount or a date that is none', async () => {
    const before = await agreements()
    const answer = await record.send('agreements/new', {
      ...(await press('add:steps', await record.fields('agreements/new'))),
      kind: 'mou',
      plannedAmount: '12 ou 13',
      'steps.0.state': 'signed',
      'steps.0.on': '30 février 2018',
    })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('30 février 2018')
    expect(answer.body).toContain('Ce montant n’a pas été compris')
    const bare = await record.send('agreements/new', {
      ...readFields(answer.body),
      plannedAmount: '12',
      'steps.0.on': '',
    })
    expect(bare.body).toContain('Indiquez la monnaie')
    expect(await agreements()).toEqual(before)
    await record.member.post(`${tie}/edit/agreements/new/draft/removal`)
  })

  it('is removed for a reason, and those beneath it stand on their own', async () => {
    const all = await agreements()
    const beneath = all.find(({ parent }) => parent !== null)
    const place = `${tie}/edit/agreements/${beneath?.parent}`
    const { base = '' } = await record.fields(`agreements/${beneath?.parent}`)
    expect((await record.member.post(`${place}/removal`, { base, removal: '' })).statusCode).toBe(422)
    expect((await record.member.post(`${place}/removal`, { base, removal: 'Doublon' })).statusCode).toBe(303)
    const left = await agreements()
    expect(left.map(({ id }) => id)).toEqual(all.map(({ id }) => id).filter((id) => id !== beneath?.parent))
    expect(left.find(({ id }) => id === beneath?.id)?.parent).toBeNull()
  })
})

describe('an agreement of another tie', () => {
  it('is out of reach, by its address and in the body of a form', async () => {
    const foreign = await record.testApp.get(
      '/api/v1/networks/france-coree/cooperations/issy-les-moulineaux-guro',
    )
    const [theirs] = foreign.json().agreements
    expect(theirs.id).toEqual(expect.any(String))
    const place = `${tie}/edit/agreements/${theirs.id}`
    expect((await record.member.get(place)).statusCode).toBe(404)
    expect((await record.member.post(place, { base: '1', kind: 'mou', reason: 'Essai' })).statusCode).toBe(
      404,
    )
    const blank = await record.fields('agreements/new')
    const wrong = await record.send('agreements/new', { ...blank, kind: 'mou', parentId: theirs.id })
    expect(wrong.statusCode).toBe(422)
    await record.member.post(`${tie}/edit/agreements/new/draft/removal`)
    const sent = await record.send('agreements/new', {
      ...blank,
      kind: 'mou',
      id: theirs.id,
      entryId: theirs.id,
    })
    expect(sent.statusCode).toBe(303)
    const again = await record.testApp.get(
      '/api/v1/networks/france-coree/cooperations/issy-les-moulineaux-guro',
    )
    expect(again.json()).toEqual(foreign.json())
  })
})

describe('the overview', () => {
  it('takes the same number of statements for one agreement and for thirty', async () => {
    const overview = () => record.testApp.countQueries(() => record.member.get(`${tie}/edit`))
    await overview()
    const few = await overview()
    const blank = await record.fields('agreements/new')
    for (let number = 0; number < 30; number++)
      await record.send('agreements/new', {
        ...blank,
        base: (await record.fields('agreements/new')).base ?? '',
        kind: 'mou',
      })
    expect((await agreements()).length).toBeGreaterThan(30)
    expect(await overview()).toBe(few)
  })
})
