import { describe, expect, test } from 'vitest'
import { renderFor } from '../reader.tsx'
import { uiReader } from '../ui-reader.ts'
import { ChoiceField } from './choice-field.tsx'
import { DateField } from './date-field.tsx'
import { FormFields } from './filled.tsx'
import { languageOptions } from './language-options.ts'
import { LocalizedField } from './localized-field.tsx'
import { TextAreaField } from './text-area-field.tsx'
import { ThemePicker } from './theme-picker.tsx'

const reader = uiReader('fr')

describe('a date', () => {
  test('shows under it how it is understood, tied to the input', () => {
    const html = renderFor(reader, () => <DateField name="since" label="Depuis" value="début juin 2017" />)
    expect(html).toContain('aria-describedby="field-since-hint field-since-understood"')
    expect(html).toContain(
      'id="field-since-understood" aria-live="polite">Compris comme\u00a0: du 1er au 10 juin 2017<',
    )
  })

  test('has nothing under it where nothing is understood, and takes a year only when told to', () => {
    const draw = (assumesYear: boolean) =>
      renderFor(reader, () => (
        <DateField name="since" label="Depuis" value="début juin" assumesYear={assumesYear} />
      ))
    expect(draw(false)).toContain('aria-live="polite"></p>')
    expect(draw(true)).toContain('année non précisée\u00a0: 2017 par défaut')
    expect(draw(true)).toContain('data-address="/fr/dates/understanding?assume=year"')
  })
})

describe('a choice', () => {
  test.each([
    ['fr', ['Français', 'Coréen']],
    ['ko', ['프랑스어', '한국어']],
    ['en', ['French', 'Korean']],
  ] as const)('of a language says each in the words of the reader, in %s', (language, labels) => {
    expect(languageOptions(uiReader(language), ['fr', 'ko'])).toEqual([
      { value: 'fr', label: labels[0] },
      { value: 'ko', label: labels[1] },
    ])
  })

  const options = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ value: `v${index}`, label: `Choix ${index}` }))

  test('is made with buttons while there are few, and in a list when there are many', () => {
    const draw = (count: number, multiple = false) =>
      renderFor(reader, () => (
        <ChoiceField name="kind" label="Type" options={options(count)} chosen={['v1']} multiple={multiple} />
      ))
    expect(draw(7).match(/type="radio"/g)).toHaveLength(7)
    expect(draw(7)).toContain('value="v1" checked')
    expect(draw(8)).toContain('<option value="v1" selected>Choix 1</option>')
    expect(draw(8)).not.toContain('radio')
    expect(draw(8, true).match(/type="checkbox"/g)).toHaveLength(8)
  })

  test('ties its error to the group, where the list of errors leads', () => {
    const html = renderFor(reader, () => (
      <ChoiceField name="kind" label="Type" options={options(2)} chosen={[]} error="Manque" />
    ))
    expect(html).toContain('id="field-kind" tabindex="-1" aria-describedby="field-kind-error"')
    expect(html).toContain('id="field-kind-v0" name="kind" value="v0"')
  })
})

describe('a text in several languages', () => {
  const text = {
    ko: { text: '축제', state: 'original' as const },
    fr: { text: 'Fête', state: 'stale' as const },
  }

  test('shows the reader’s language first, each input with its language, direction and state', () => {
    const html = renderFor(reader, () => (
      <LocalizedField name="title" label="Intitulé" languages={['ko', 'ar', 'fr']} text={text} max={50} />
    ))
    const places = ['fr', 'ko', 'ar'].map((language) => html.indexOf(`name="title.${language}.text"`))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(places[0]).toBeGreaterThan(0)
    expect(html).toContain('lang="ar" dir="rtl"')
    expect(html).toContain('>à revoir</span>')
    expect(html).toContain('>pas encore de texte</span>')
    expect(html).toContain('name="title.original" value="ko" checked')
    expect(html.match(/\.reviewed"/g)).toHaveLength(1)
  })

  test('comes back as typed, with what is wrong beside its language', () => {
    const html = renderFor(reader, () => (
      <FormFields
        form={{
          values: {
            'title.fr.text': 'Foire',
            'title.ko.text': '',
            'title.original': 'fr',
            'title.fr.reviewed': 'on',
          },
          errors: [{ field: 'title.fr.text', message: () => 'Trop long' }],
        }}
      >
        <LocalizedField
          name="title"
          label="Intitulé"
          languages={['fr', 'ko']}
          text={text}
          max={50}
          rows={1}
        />
      </FormFields>
    ))
    expect(html).toContain('aria-describedby="field-title-fr-text-error" aria-invalid="true"')
    expect(html).toContain('value="Foire"')
    expect(html).not.toContain('축제')
    expect(html).toContain('name="title.original" value="fr" checked')
    expect(html).toContain('name="title.fr.reviewed" value="on" checked')
  })
})

test('a longer text says how long it may be', () => {
  const html = renderFor(reader, () => <TextAreaField name="note" label="Message" value="<b>" max={500} />)
  expect(html).toContain('aria-describedby="field-note-count"')
  expect(html).toContain('>&lt;b></textarea>')
  expect(html).toContain('500 caractères au plus')
})

test('themes are boxes of one name in labelled groups; the line that filters them waits for the script', () => {
  const html = renderFor(reader, () => (
    <ThemePicker
      name="themes"
      label="Thèmes"
      groups={[
        { label: 'Culture', options: [{ value: 'arts', label: 'arts' }] },
        { label: 'Économie', options: [{ value: 'tourism', label: 'tourisme' }] },
      ]}
      chosen={['tourism']}
    />
  ))
  expect([...html.matchAll(/<legend>([^<]+)/g)].map(([, legend]) => legend)).toEqual([
    'Thèmes',
    'Culture',
    'Économie',
  ])
  expect(html).toContain('name="themes" value="tourism" checked')
  expect(html).not.toContain('value="arts" checked')
  expect(html).toContain('<p class="themes-filter" hidden>')
})
