import { expect, expectTypeOf, test } from 'vitest'
import { z } from 'zod'
import type { LocalizedText } from '../../i18n/localized-text.ts'
import type { Reader } from '../../i18n/reader.ts'
import { WrongParts } from '../api/wrong-parts.ts'
import { columnsOf, textColumns, textLabels } from './columns.ts'
import { explainFields } from './explanation.ts'
import { addedLater, type DocumentOf, documentOf, emptyOf } from './field.ts'
import { codes, count, countries, isoDay, line, reference, text, vagueDate } from './kinds.ts'
import { answeredStates, answerOf, readFields, shapeOf, shownOf } from './programs.ts'

const fields = {
  mainText: text({ label: 'partners.wish.text.title', max: 9, isRequired: true }),
  forms: codes(['project', 'twinning'], {
    label: 'partners.wish.forms',
    words: (form) => `partners.form.${form}`,
  }),
  populationFrom: count({
    label: 'partners.wish.form.populationFrom',
    wrong: 'partners.wish.error.size',
  }),
  countries: countries({ label: 'partners.wish.countries', words: (_reader, code) => code.toLowerCase() }),
  horizon: vagueDate({ label: 'partners.wish.horizon' }),
  source: line({ label: 'partners.wish.text.text' }),
  ownerId: reference({ label: 'partners.wish.authority' }),
  knownOn: { ...isoDay({ label: null }), program: null },
}

interface Written {
  mainText: LocalizedText
  forms: ('project' | 'twinning')[]
  populationFrom: number | null
  countries: string[]
  horizon: string | null
  source: string
  ownerId: string | null
  knownOn: string
}

const ownerId = '01890000-0000-7000-8000-00000000abcd'
const written: Written = {
  mainText: { fr: { text: 'Bois', state: 'original' } },
  forms: ['twinning'],
  populationFrom: 5,
  countries: ['KR'],
  horizon: '2027',
  source: 'Atlas',
  ownerId,
  knownOn: '2026-01-01',
}
const network = { id: '', slug: '', countries: ['FR', 'KR'], languages: ['fr', 'ko'] }

const reader: Reader = {
  language: 'en',
  interfaceLanguage: 'en',
  t: ((key: string) => key) as Reader['t'],
  today: '2017-07-08',
  now: null,
}

test('a document is what the fields say, and begins empty', () => {
  const schema = documentOf(fields)
  expectTypeOf<z.output<typeof schema>>().toEqualTypeOf<Written>()
  expectTypeOf<DocumentOf<typeof fields>>().toEqualTypeOf<Written>()
  expect(schema.parse(written)).toEqual(written)
  expect(() => schema.parse({ ...written, forms: ['marriage'] })).toThrow()
  expect(emptyOf(fields)).toEqual({
    mainText: {},
    forms: [],
    populationFrom: null,
    countries: [],
    horizon: null,
    source: '',
    ownerId: null,
    knownOn: '0001-01-01',
  })
})

test('a document without a field is refused, unless the field was added later', () => {
  const { countries: added, ...earlier } = written
  expect(
    documentOf(fields)
      .safeParse(earlier)
      .error?.issues.map(({ path }) => path),
  ).toEqual([['countries']])
  const later = { ...fields, countries: addedLater(fields.countries) }
  expect(documentOf(later).parse(earlier)).toEqual({ ...earlier, countries: [] })
  expect(documentOf(later).parse(written).countries).toEqual(added)
})

test('columns have the names of fields in the style of the database, and texts are JSON', () => {
  const columns = columnsOf(fields, written)
  expectTypeOf(columns).toEqualTypeOf<{
    main_text: string
    forms: ('project' | 'twinning')[]
    population_from: number | null
    countries: string[]
    horizon: string | null
    source: string
    owner_id: string | null
    known_on: string
  }>()
  expect(columns).toEqual({
    main_text: '{"fr":{"text":"Bois","state":"original"}}',
    forms: ['twinning'],
    population_from: 5,
    countries: ['KR'],
    horizon: '2027',
    source: 'Atlas',
    owner_id: ownerId,
    known_on: '2026-01-01',
  })
  expectTypeOf(textColumns(fields)).toEqualTypeOf<'main_text'[]>()
  expect(textColumns(fields)).toEqual(['main_text'])
  expect(textLabels(fields)).toEqual({ main_text: 'partners.wish.text.title' })
})

test('the API answers texts without their states and leaves out what is said by hand', () => {
  const answer = answerOf(fields, written)
  expectTypeOf(answer).toEqualTypeOf<{
    main_text: Record<string, string>
    forms: ('project' | 'twinning')[]
    population_from: number | null
    countries: string[]
    horizon: string | null
    known_on: string
  }>()
  expect(Object.entries(answer)).toEqual([
    ['main_text', { fr: 'Bois' }],
    ['forms', ['twinning']],
    ['population_from', 5],
    ['countries', ['KR']],
    ['horizon', '2027'],
    ['known_on', '2026-01-01'],
  ])
  const schema = z.strictObject(shapeOf(fields, 'answer'))
  expectTypeOf<z.output<typeof schema>>().toEqualTypeOf<typeof answer>()
  expect(schema.parse(answer)).toEqual(answer)
  expect(answeredStates(fields, written)).toEqual({ main_text: { fr: 'original' } })
})

test('programs are shown what they send back, and change nothing by it', () => {
  const shown = shownOf(fields, written)
  const schema = z.strictObject(shapeOf(fields, 'program'))
  const wrong = new WrongParts()
  const after = readFields(fields, { before: written, network }, schema.parse(shown), wrong)
  expectTypeOf(after).toEqualTypeOf<Omit<Written, 'source' | 'ownerId' | 'knownOn'>>()
  expect({ ...written, ...after }).toEqual(written)
  expect(wrong.errors).toEqual([])
})

test('programs learn of what is wrong in lists before what is wrong in texts', () => {
  const sent = {
    main_text: { xx: { text: 'Bois' } },
    forms: ['project' as const, 'project' as const],
    population_from: null,
    countries: ['KR', 'KR'],
    horizon: null,
  }
  const wrong = new WrongParts()
  readFields(fields, { before: emptyOf(fields), network }, sent, wrong)
  expect(wrong.errors).toEqual([
    { pointer: '/document/forms/1', detail: 'project is given already' },
    { pointer: '/document/countries/1', detail: 'KR is given already' },
    { pointer: '/document/main_text/xx', detail: 'one of the languages of the group: fr, ko' },
  ])
})

test('changes are explained in words, but for what only the server writes', () => {
  const changes = [
    { path: ['forms'], language: null, before: [], after: ['twinning', 'gone'] },
    { path: ['horizon'], language: null, before: null, after: '2027' },
    { path: ['ownerId'], language: null, before: null, after: ownerId },
    {
      path: ['mainText'],
      language: 'fr',
      before: undefined,
      after: { text: 'Bois', state: 'original' },
    },
    { path: ['knownOn'], language: null, before: '0001-01-01', after: '2026-01-01' },
    { path: ['toString'], language: null, before: null, after: 'x' },
  ]
  const explained = explainFields(fields, reader, changes, () => 'Limoges')
  expect(explained.map(({ label, before, after }) => [...label, before, after])).toEqual([
    ['partners.wish.forms', null, 'partners.form.twinning, gone'],
    ['partners.wish.horizon', null, '2027'],
    ['partners.wish.authority', null, 'Limoges'],
    ['partners.wish.text.title', null, 'Bois'],
  ])
})
