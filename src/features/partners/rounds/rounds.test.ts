import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type EditedRecord, openEditedRecord } from '../../../../test/support/edited-record.ts'
import { fieldsOf, readFields } from '../../../../test/support/form-fields.ts'
import { addMeeting } from '../../../../test/support/new-meeting.ts'
import { pageWords } from '../../../../test/support/page-words.ts'
import { browserOf, signIn } from '../../../../test/support/sign-in.ts'

const rounds = '/fr/france-coree/partners/rounds'
const group = '/fr/france-coree'
let record: EditedRecord
let place = ''
let meeting = ''
beforeAll(async () => {
  record = await openEditedRecord('organisations/limoges')
  meeting = await addMeeting(record, { title: 'Réunion du groupe à Paris', heldOn: '2017-10-10' })
  place = `${rounds}/${meeting}`
  await record.coordinator.post(`${group}/meetings/${meeting}/states`, { is: 'announced' })
})
afterAll(() => record.close())

const words = async (path: string, browser: Pick<typeof record.member, 'get'> = record.coordinator) =>
  pageWords((await browser.get(path)).body)
const wish = (index: number, given: Record<string, string | string[]>) =>
  Object.fromEntries(
    Object.entries({ part: '', ...given }).map(([name, value]) => [`wishes.${index}.${name}`, value]),
  )

describe('the tour de table of 10 October 2017', () => {
  test('is opened by the secretariat with a row for each of the 27 authorities, all silent', async () => {
    expect(await words(place)).toContain('Une ligne sera créée pour chacun des 27 membres')
    expect((await record.member.post(place)).statusCode).toBe(404)
    expect((await record.coordinator.post(place)).statusCode).toBe(303)
    expect((await record.coordinator.post(place)).statusCode).toBe(303)
    const shown = await words(place)
    expect(shown).toContain('27 membres : aucun ne s’est encore exprimé, 27 silencieux.')
    expect(shown.match(/Ne s’est pas encore exprimé/g)).toHaveLength(27)
  })

  test('a member speaks for its own authority alone, in one to three wishes', async () => {
    expect((await record.member.get(`${place}/tours`)).statusCode).toBe(404)
    const empty = await record.member.post(`${place}/limoges`, {
      ...wish(0, { kind: 'search', 'text.fr.text': '' }),
      action: 'save',
    })
    expect(empty.statusCode).toBe(422)
    const four = Object.assign(
      {},
      ...[0, 1, 2, 3].map((index) => wish(index, { kind: 'offer', 'text.fr.text': `Vœu ${index}` })),
    )
    const tooMany = await record.member.post(`${place}/limoges`, { ...four, action: 'save' })
    expect([tooMany.statusCode, tooMany.body.includes('Vœu 3')]).toEqual([422, true])
    const said = await record.member.post(`${place}/limoges`, {
      ...wish(0, {
        kind: 'offer',
        'text.fr.text': 'Accueillir deux céramistes en résidence',
        themes: ['crafts_ceramics'],
      }),
      action: 'save',
    })
    expect(said.statusCode).toBe(303)
    expect((await record.member.get(`${place}/limoges`)).body).toContain(
      '>Accueillir deux céramistes en résidence<',
    )
    expect(await words(place)).toContain('Offre – Accueillir deux céramistes en résidence')
  })

  test('the secretariat writes for those who speak up in the room, and notes who has no wish', async () => {
    await record.coordinator.post(`${place}/sejong`, {
      ...wish(0, { kind: 'search', 'text.ko.text': '도예 작가 교류', themes: ['crafts_ceramics'] }),
      action: 'save',
    })
    await record.coordinator.post(`${place}/taean`, { passed: 'yes', action: 'save' })
    const { body } = await record.coordinator.get(place)
    expect(body).toContain('lang="ko"')
    const shown = pageWords(body)
    expect(shown).toContain('27 membres : 2 se sont exprimés, 24 silencieux.')
    expect(shown).toContain('N’a pas de souhait cette fois')
    expect(shown).toContain('L’un propose, l’autre recherche : céramique et métiers d’art')
  })

  test('a wish that nobody filled in is none beside “no wish”; one that was written contradicts it', async () => {
    const empty = wish(0, { id: '', kind: 'search', 'text.fr.text': '' })
    const passed = await record.coordinator.post(`${place}/grand-est`, {
      ...empty,
      passed: 'yes',
      action: 'save',
    })
    expect(passed.statusCode).toBe(303)
    const both = await record.coordinator.post(`${place}/grand-est`, {
      ...wish(0, { id: '', kind: 'search', 'text.fr.text': 'Des jurés' }),
      passed: 'yes',
      action: 'save',
    })
    expect([both.statusCode, pageWords(both.body)]).toEqual([
      422,
      expect.stringContaining('retirez-le, ou décochez cette case'),
    ])
    expect(await words(place)).toMatch(/Grand Est .*?N’a pas de souhait cette fois/)
  })

  test('two who write for one authority at once do not undo each other unseen', async () => {
    const form = `${place}/normandie`
    const mine = await fieldsOf(record.coordinator, form)
    const theirs = await fieldsOf(record.coordinator, form)
    const written = (fields: typeof mine, text: string) => ({
      ...fields,
      'wishes.0.text.fr.text': text,
      action: 'save',
    })
    expect((await record.coordinator.post(form, written(theirs, 'Un port jumeau'))).statusCode).toBe(303)
    const met = await record.coordinator.post(form, written(mine, 'Un verger jumeau'))
    expect([met.statusCode, pageWords(met.body)]).toEqual([
      409,
      expect.stringMatching(/Rien n’est enregistré.*Un port jumeau/),
    ])
    expect(met.body).toContain('>Un verger jumeau<')
    expect(await words(place)).toContain('Un port jumeau')
    const [seen = ''] = /(?<=name="seen" value=")[^"]+/.exec(met.body) ?? []
    expect(
      (await record.coordinator.post(form, { ...written(mine, 'Un verger jumeau'), seen })).statusCode,
    ).toBe(303)
    const shown = await words(place)
    expect([shown.includes('Un verger jumeau'), shown.includes('Un port jumeau')]).toEqual([true, false])
  })

  test('a wish becomes a commitment: a decision of the meeting, with who and by when', async () => {
    const { body } = await record.coordinator.get(place)
    const [, commitment = ''] = /href="([^"]*\/commitment)"/.exec(body) ?? []
    expect((await record.member.get(commitment)).statusCode).toBe(404)
    const missing = await record.coordinator.post(commitment, {
      'text.fr.text': 'Envoyer un appel',
      due: 'un jour',
    })
    expect(missing.statusCode).toBe(422)
    expect(missing.body).toContain('Envoyer un appel')
    const given = {
      'organisation.name': 'Limoges',
      'text.fr.text': 'Envoyer un appel à résidence',
      due: '31 décembre 2017',
    }
    // A second press sends it again: it is one commitment.
    for (const kept of await Promise.all([1, 2].map(() => record.coordinator.post(commitment, given))))
      expect(kept.statusCode).toBe(303)
    expect(await words(place)).toContain('Engagement : Envoyer un appel à résidence')
    const { database } = record.testApp.context
    expect(await database.selectFrom('partners_round_commitment').select('wish_id').execute()).toHaveLength(1)
    expect(await words(`${group}/meetings/${meeting}/decisions`)).toContain('Envoyer un appel à résidence')
  })

  test('a commitment stays with its wish when another one is taken away before it', async () => {
    const form = `${place}/normandie`
    const first = await fieldsOf(record.coordinator, form)
    const two = {
      ...first,
      ...wish(1, { id: '', kind: 'offer', 'text.fr.text': 'Prêter une grue' }),
      action: 'save',
    }
    expect((await record.coordinator.post(form, two)).statusCode).toBe(303)
    const { database } = record.testApp.context
    const said = () =>
      database
        .selectFrom('partners_round_wish as w')
        .innerJoin('directory_organisation as o', 'o.organisation_id', 'w.organisation_id')
        .select(['w.wish_id as id', 'w.position', 'w.text'])
        .where('o.slug', '=', 'normandie')
        .orderBy('w.position')
        .execute()
    const crane = (await said())[1]
    const given = { 'organisation.name': 'Normandie', 'text.fr.text': 'Envoyer la grue', due: '1er mai 2018' }
    await record.coordinator.post(`${place}/wishes/${crane?.id}/commitment`, given)
    const fields = await fieldsOf(record.coordinator, form)
    const removed = await record.coordinator.post(form, { ...fields, action: 'remove:wishes.0' })
    expect(
      (await record.coordinator.post(form, { ...readFields(removed.body), action: 'save' })).statusCode,
    ).toBe(303)
    expect(await said()).toEqual([{ ...crane, position: 1 }])
    expect(await words(place)).toContain('Prêter une grue Engagement : Envoyer la grue')
  })

  test('closed, it takes nothing more, until it is opened again', async () => {
    expect((await record.coordinator.post(`${place}/closing`, { closed: 'yes' })).statusCode).toBe(303)
    expect(await words(place)).toContain('Ce tour de table est clos')
    const late = await record.member.post(`${place}/limoges`, {
      ...wish(0, { kind: 'offer', 'text.fr.text': 'Trop tard' }),
      action: 'save',
    })
    expect(late.statusCode).toBe(410)
    await record.coordinator.post(`${place}/closing`, { closed: 'no' })
    expect(await words(place)).not.toContain('Trop tard')
    expect(await words(place)).not.toContain('Ce tour de table est clos')
  })

  test('is reached from the page of its meeting by those who take part, and opened from others by the secretariat', async () => {
    const at = (slug: string) => `${group}/meetings/${slug}`
    for (const browser of [record.member, record.coordinator])
      expect((await browser.get(at(meeting))).body).toContain(`href="${place}"`)
    expect((await browserOf(record.testApp).get(at(meeting))).body).not.toContain(place)
    const other = `href="${rounds}/tours-2017"`
    expect((await record.coordinator.get(at('tours-2017'))).body).toContain(other)
    expect((await record.member.get(at('tours-2017'))).body).not.toContain(other)
  })

  test('one more body is asked, and nobody outside the group reads any of it', async () => {
    expect(
      (await record.coordinator.post(`${place}/rows`, { 'organisation.name': 'Annecy' })).statusCode,
    ).toBe(303)
    expect(await words(place)).toContain('28 membres')
    const reader = await signIn(record.testApp, { role: 'reader', networkId: record.networkId })
    for (const browser of [browserOf(record.testApp), reader])
      for (const path of [rounds, place, `${place}/limoges`])
        expect((await browser.get(path)).statusCode, path).toBe(404)
  })

  test('all its rows are read in as many statements as one', async () => {
    const count = async () => {
      await record.coordinator.get(place)
      return record.testApp.countQueries(() => record.coordinator.get(place))
    }
    const before = await count()
    await record.coordinator.post(`${place}/rows`, { 'organisation.name': 'Chambéry' })
    expect(await count()).toBe(before)
    expect(await words(rounds)).toContain('3 membres sur 29 se sont exprimés')
  })

  test('is told to members once the meeting is, and not before', async () => {
    expect(await words(rounds, record.member)).toContain('Réunion du groupe à Paris')
    await record.testApp.context.database
      .updateTable('minutes_meeting')
      .set({ announced_at: null })
      .where('slug', '=', meeting)
      .execute()
    expect(await words(rounds, record.member)).not.toContain('Réunion du groupe à Paris')
    expect(await words(rounds)).toContain('Réunion du groupe à Paris')
  })
})
