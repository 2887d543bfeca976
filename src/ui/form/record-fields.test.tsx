import { expect, expectTypeOf, test } from 'vitest'
import type { z } from 'zod'
import type { Reader } from '../../platform/i18n/reader.ts'
import { codes, count, countries, isoDay, text } from '../../platform/records/fields/kinds.ts'
import { renderFor } from '../reader.tsx'
import { FormFields } from './filled.tsx'
import { formOf } from './record-fields.tsx'

const reader: Reader = {
  language: 'en',
  interfaceLanguage: 'en',
  t: ((key: string) => key) as Reader['t'],
  today: '2017-07-08',
  now: null,
}
const fields = {
  title: text({ label: 'partners.wish.text.title', max: 9, isRequired: true }),
  forms: codes(['project', 'twinning'], {
    label: 'partners.wish.forms',
    words: (form) => `partners.form.${form}`,
  }),
  size: count({ label: 'partners.wish.form.populationFrom', wrong: 'partners.wish.error.size' }),
  countries: countries({ label: 'partners.wish.countries', words: (_reader, code) => code }),
  knownOn: isoDay({ label: null }),
}
const document = {
  title: { fr: { text: 'Bois', state: 'original' as const } },
  forms: ['twinning' as const],
  size: 5,
  countries: ['KR', 'JP'],
  knownOn: '2017-07-08',
}
const network = { id: '', slug: '', countries: ['FR', 'KR'], languages: ['fr', 'ko'] }
const form = formOf(fields, ['title', 'forms', 'size', 'countries'])

test('the form shows what stands, and reads it back in its order', () => {
  expect(form.values({ document, reader })).toEqual({
    forms: ['twinning'],
    size: '5',
    countries: ['KR', 'JP'],
  })
  const schema = form.schema({ document, network, reader })
  expectTypeOf<z.output<typeof schema>>().toEqualTypeOf<{
    title: Record<string, { text: string; state: 'original' | 'reviewed' | 'machine' | 'stale' }>
    forms: ('project' | 'twinning')[]
    size: number | null
    countries: string[]
  }>()
  const sent = {
    title: { original: 'fr', fr: { text: 'Bois' } },
    forms: ['project', 'twinning'],
    size: '10 000',
    countries: ['FR', 'JP', 'KR'],
  }
  expect(schema.parse(sent)).toEqual({
    title: document.title,
    forms: ['twinning', 'project'],
    size: 10_000,
    countries: ['KR', 'JP', 'FR'],
  })
  const refused = schema.safeParse({ ...sent, title: {}, size: 'many', countries: ['DE'] })
  expect(refused.error?.issues.map(({ path }) => path)).toEqual([['title'], ['size'], ['countries', 0]])
})

test('each field is drawn by its kind, in the order of the form', () => {
  const html = renderFor(reader, () => (
    <FormFields form={{ values: form.values({ document, reader }), errors: [] }}>
      {form.form({ document, network })}
    </FormFields>
  ))
  const inputs = [...html.matchAll(/<(?:input|textarea)[^>]*?name="([^"]+)"/g)].map(([, name]) => name)
  expect(
    [...new Set(inputs)].filter((name) => !name?.includes('written') && !name?.includes('original')),
  ).toEqual(['title.fr.text', 'title.ko.text', 'forms', 'size', 'countries'])
  expect([...html.matchAll(/value="([A-Za-z]+)" checked/g)].map(([, value]) => value)).toEqual(
    expect.arrayContaining(['twinning', 'KR', 'JP']),
  )
  expect(html.match(/value="(?:FR|KR|JP)"/g)).toEqual(['value="FR"', 'value="KR"', 'value="JP"'])
})

test('of very many choices the chosen ones have a box, the others are in a list', () => {
  const said = {
    label: 'partners.wish.forms',
    words: (form) => `partners.form.${form}`,
    addLabel: 'ui.choice.none',
  } satisfies Parameters<typeof codes<'project' | 'twinning'>>[1]
  const many = formOf({ forms: codes(['project', 'twinning'], said) }, ['forms'])
  const html = renderFor(reader, () => (
    <FormFields form={{ values: many.values({ document, reader }), errors: [] }}>
      {many.form({ document, network })}
    </FormFields>
  ))
  expect(html.match(/<(?:input|option)[^>]*value="[a-z]+"/g)).toEqual([
    expect.stringMatching(/^<input.*"twinning"/),
    expect.stringMatching(/^<option.*"project"/),
  ])
})
