import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type EditedRecord, openEditedRecord } from '../../../../../test/support/edited-record.ts'
import { readFields } from '../../../../../test/support/form-fields.ts'

const tie = '/fr/france-coree/cooperations/limoges-icheon'
let record: EditedRecord

beforeAll(async () => {
  record = await openEditedRecord('cooperations/limoges-icheon')
})
afterAll(() => record.close())

interface Sourced {
  field: string
  source: string
  stance: string
  label: string | null
  locator: object | null
}
const evidence = async () => (await record.read()).evidence as Sourced[]

async function optionOf(part: string, select: string, words: RegExp): Promise<string> {
  const { body } = await record.member.get(`${tie}/edit/${part}`)
  const list = body.match(new RegExp(`<select[^>]* name="${select}"[^>]*>([\\s\\S]*?)</select>`))?.[1] ?? ''
  const options = [...list.matchAll(/<option value="([^"]*)"[^>]*>([^<]*)</g)]
  return options.find(([, , label = '']) => words.test(label))?.[1] ?? `no ${words}`
}

/** A source of the network whose text is held, and a sentence of it. */
async function heldSource() {
  return record.testApp.context.database
    .selectFrom('registry_passage as p')
    .innerJoin('registry_source as s', 's.source_id', 'p.source_id')
    .select(['s.source_id as id', 's.slug', 'p.text'])
    .where('s.kind', '=', 'account')
    .where('p.text', 'like', '%Limoges%')
    .where('s.known_on', '<=', '2017-07-08')
    .orderBy('p.position')
    .limit(1)
    .executeTakeFirstOrThrow()
}

describe('the source of a fact', () => {
  it('is one of the group’s, opened on the sentence that is quoted', async () => {
    const { id, slug, text } = await heldSource()
    const before = await evidence()
    const words = text.split(' ').slice(0, 4).join('  ')
    const answer = await record.send('evidence/new', {
      fact: await optionOf('evidence/new', 'fact', /^Début$|^Depuis/),
      source: id,
      quotation: words,
      stance: 'supports',
    })
    expect(answer.statusCode).toBe(303)
    const added = (await evidence()).filter((each) => !before.some((other) => isSame(other, each)))
    expect(added).toEqual([
      {
        field: 'since',
        source: slug,
        source_url: null,
        stance: 'supports',
        label: null,
        locator: expect.objectContaining({ start: 0 }),
      },
    ])
  })

  it('must say what is quoted', async () => {
    const { id } = await heldSource()
    const before = await evidence()
    const typed = { fact: await optionOf('evidence/new', 'fact', /^Résumé$/), stance: 'supports' }
    const wrong = await record.send('evidence/new', {
      ...typed,
      source: id,
      quotation: 'Limoges est un port de mer.',
    })
    expect(wrong.statusCode).toBe(422)
    expect(wrong.body).toContain('ne se trouve pas dans le texte')
    const none = await record.send('evidence/new', { ...typed, source: '', quotation: '' })
    expect(none.statusCode).toBe(422)
    expect(await evidence()).toEqual(before)
    await record.member.post(`${tie}/edit/evidence/new/draft/removal`)
  })

  it('is a new one, held as far as it is quoted', async () => {
    const answer = await record.send('evidence/new', {
      fact: await optionOf('evidence/new', 'fact', /^Résumé$/),
      stance: 'contradicts',
      label: 'pacte du feu',
      quotation: 'Les deux villes <b>n’ont</b> rien signé.',
      'newSource.kind': 'press',
      'newSource.title': 'Le feu et la terre',
      'newSource.publisher': 'La Dépêche du Limousin',
      'newSource.language': 'fr',
      'newSource.published': '3 mai 2016',
      'newSource.url': 'https://depeche.example/feu',
    })
    expect(answer.statusCode).toBe(303)
    const added = (await evidence()).find(({ label }) => label === 'pacte du feu')
    expect(added).toMatchObject({
      field: 'summary',
      stance: 'contradicts',
      source_url: 'https://depeche.example/feu',
    })
    const page = (await record.testApp.get(`/fr/france-coree/sources/${added?.source}`)).body
    expect(page).toContain('Le feu et la terre')
    expect(page).toContain('Les deux villes &lt;b>n’ont')
    const history = (await record.testApp.get(`${tie}/history`)).body
    expect(history).toContain('Archives du service')
  })

  it('changes its stance, and goes, but for nothing else of it', async () => {
    const place = (await record.member.get(`${tie}/edit`)).body.match(/edit\/evidence\/([0-9a-f-]{36})/)?.[1]
    const { length } = await evidence()
    const fields = await record.fields(`evidence/${place}`)
    const other = fields.stance === 'supports' ? 'contradicts' : 'supports'
    await record.send(`evidence/${place}`, {
      stance: other,
      fact: 'cooperation:x:summary',
      source: place ?? '',
    })
    expect((await record.fields(`evidence/${place}`)).stance).toBe(other)
    expect(await evidence()).toHaveLength(length)
    const { base = '' } = await record.fields(`evidence/${place}`)
    await record.member.post(`${tie}/edit/evidence/${place}/removal`, { base, removal: 'Doublon' })
    expect(await evidence()).toHaveLength(length - 1)
  })

  it('is never one of another group, nor speaks of another tie', async () => {
    const before = await evidence()
    const fact = await optionOf('evidence/new', 'fact', /^Résumé$/)
    const [, id = ''] = fact.split(':')
    for (const typed of [
      { fact: fact.replace(id, crypto.randomUUID()), source: (await heldSource()).id },
      { fact, source: crypto.randomUUID() },
    ])
      expect((await record.send('evidence/new', { ...typed, stance: 'supports' })).statusCode).toBe(422)
    expect(await evidence()).toEqual(before)
    await record.member.post(`${tie}/edit/evidence/new/draft/removal`)
  })
})

describe('what sources disagree on', () => {
  const disputed = async () => (await record.read()).disputed as { field: string; values: object[] }[]

  it('stands side by side, with rank and note', async () => {
    const fact = await optionOf('disputes/new', 'fact', /^Résumé$/)
    const answer = await record.send('disputes/new', {
      fact,
      'values.0.value': 'Jumelage',
      'values.0.rank': 'preferred',
      'values.1.value': '우호협력',
      'values.1.source': (await heldSource()).id,
      'note.fr.text': 'Les deux textes ne portent pas le même titre.',
    })
    expect(answer.statusCode).toBe(303)
    expect((await disputed()).find(({ field }) => field === 'summary')).toEqual({
      field: 'summary',
      values: [
        { value: { fr: 'Jumelage' }, source: null, rank: 'preferred' },
        { value: { fr: '우호협력' }, source: (await heldSource()).slug, rank: 'normal' },
      ],
      note: { fr: 'Les deux textes ne portent pas le même titre.' },
    })
    expect((await record.testApp.get(tie)).body).toContain('우호협력')
  })

  it('takes a third value by a button, and two at least', async () => {
    const place = (await record.member.get(`${tie}/edit`)).body.match(/edit\/disputes\/([0-9a-f-]{36})/)?.[1]
    const fields = await record.fields(`disputes/${place}`)
    const third = await record.member.post(`${tie}/edit/disputes/${place}`, {
      ...fields,
      action: 'add:values',
    })
    const answer = await record.send(`disputes/${place}`, {
      ...readFields(third.body),
      'values.2.value': 'Aucun',
    })
    expect(answer.statusCode).toBe(303)
    expect((await disputed()).find(({ field }) => field === 'summary')?.values).toHaveLength(3)
    const { 'values.0.value': value = '', base = '' } = await record.fields(`disputes/${place}`)
    const one = await record.member.post(`${tie}/edit/disputes/${place}`, {
      base,
      'values.0.value': value,
      reason: 'Essai',
    })
    expect(one.statusCode).toBe(422)
    expect(one.body).toContain('deux valeurs au moins')
  })
})

function isSame(a: object, b: object): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
