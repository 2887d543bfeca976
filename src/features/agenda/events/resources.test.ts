import { afterAll, beforeAll, expect, test } from 'vitest'
import { type EditedRecord, openEditedRecord } from '../../../../test/support/edited-record.ts'
import { fieldsOf } from '../../../../test/support/form-fields.ts'
import { pageWords } from '../../../../test/support/page-words.ts'

const slug = 'icheon-festival-ceramique-2017'
const place = `/fr/france-coree/agenda/${slug}`
let record: EditedRecord
beforeAll(async () => {
  record = await openEditedRecord(`agenda/${slug}`)
})
afterAll(() => record.close())

const send = async (typed: Record<string, string>) => {
  const form = `${place}/edit/resources`
  const fields = await fieldsOf(record.member, form)
  return record.member.post(form, { ...fields, ...typed, reason: 'Site du festival' })
}
const first = {
  'resources.0.label': '2017 이천도자기축제 일정표',
  'resources.0.language': 'ko',
  'resources.0.url': 'https://festival.example/2017.pdf',
}

test('resources of an event are read on its page and by programs, also those that lead nowhere', async () => {
  const dead = {
    'resources.1.label': 'Compte rendu',
    'resources.1.language': 'fr',
    'resources.1.url': '#',
  }
  expect((await send({ ...first, ...dead })).statusCode).toBe(303)
  const { body } = await record.testApp.get(place)
  expect(body).toContain(
    '<a href="https://festival.example/2017.pdf" rel="noopener nofollow" lang="ko" hreflang="ko">2017 이천도자기축제 일정표</a>',
  )
  expect(body).toContain('<span lang="fr">Compte rendu</span>')
  const { resources } = (await record.testApp.get(`/api/v1/networks/france-coree/events/${slug}`)).json()
  expect(resources).toEqual([
    { label: '2017 이천도자기축제 일정표', language: 'ko', url: 'https://festival.example/2017.pdf' },
    { label: 'Compte rendu', language: 'fr', url: null },
  ])
  expect(pageWords((await record.testApp.get(`${place}/history`)).body)).toContain('Site du festival')
  expect(pageWords((await record.testApp.get(`${place}/history/2`)).body)).toContain(
    '2017 이천도자기축제 일정표',
  )
})

test.each([
  ['resources.0.url', 'javascript:alert(1)'],
  ['resources.0.url', 'http://localhost/a'],
  ['resources.0.label', ' '],
  ['resources.0.label', 'a'.repeat(301)],
])('%s is refused as %s, beside its field', async (field, typed) => {
  const answer = await send({ ...first, [field]: typed })
  expect(answer.statusCode).toBe(422)
  expect(answer.body).toContain(`id="field-${field.replaceAll('.', '-')}-error"`)
})
