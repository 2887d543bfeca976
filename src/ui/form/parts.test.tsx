import { describe, expect, test } from 'vitest'
import type { LocalizedText } from '../../platform/i18n/localized-text.ts'
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

  const shown = (languages = ['ko', 'ar', 'fr'], present: LocalizedText = text) =>
    renderFor(reader, () => (
      <LocalizedField name="title" label="Intitulé" languages={languages} text={present} max={50} />
    ))

  test('stands in the language in which it was written; the others are folded beneath, each with its state', () => {
    const html = shown()
    const [first = '', folded = ''] = html.split('<details class="translations">')
    expect(first).toContain('name="title.ko.text"')
    expect(first).toContain('Écrit en coréen')
    expect(first).toContain('name="title.written" value="ko"')
    expect(folded).toMatch(/français\s: à revoir · arabe</)
    expect(['ar', 'fr'].every((language) => folded.includes(`name="title.${language}.text"`))).toBe(true)
    expect(folded).toContain('lang="ar" dir="rtl"')
    expect(html.match(/\.reviewed"/g)).toHaveLength(1)
    expect(html).toMatch(/<option value="ko" selected/)
  })

  test('begins in the language of the reader, or the first of a group that does not have it', () => {
    expect(shown(['ko', 'fr'], {})).toContain('name="title.written" value="fr"')
    expect(shown(['ar', 'en'], {})).toContain('name="title.written" value="ar"')
    // Nobody wrote it first: a machine named it in every language.
    const made = {
      ko: { ...text.ko, state: 'machine' as const },
      fr: { ...text.fr, state: 'machine' as const },
    }
    expect(shown(['ko', 'fr'], made)).toContain('name="title.written" value="fr"')
    // With one language there is nothing to choose and nothing to translate.
    expect(shown(['fr'], {})).not.toContain('<details')
  })

  test('comes back as typed, with what is wrong beside its language', () => {
    const html = renderFor(reader, () => (
      <FormFields
        form={{
          values: {
            'title.fr.text': 'Foire',
            'title.ko.text': '',
            'title.written': 'fr',
            'title.original': 'fr',
            'title.ko.reviewed': 'on',
          },
          errors: [
            { field: 'title.fr.text', message: () => 'Trop long' },
            { field: 'title.ko.text', message: () => 'Trop court' },
          ],
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
    expect(html).toMatch(/<option value="fr" selected/)
    // What is wrong is not hidden.
    expect(html).toContain('<details class="translations" open')
  })
})

test('a longer text says how long it may be', () => {
  const html = renderFor(reader, () => <TextAreaField name="note" label="Message" value="<b>" max={500} />)
  expect(html).toContain('aria-describedby="field-note-count"')
  expect(html).toContain('>&lt;b></textarea>')
  expect(html).toContain('500 caractères au plus')
})

test('chosen themes are boxes; lists in groups offer the others, one after the other without a script', () => {
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
  expect(html).toContain('name="themes" value="tourism" checked')
  expect(html.match(/<select/g)).toHaveLength(3)
  expect(html.match(/<optgroup label="Culture"><option value="arts">/g)).toHaveLength(3)
  expect(html).not.toContain('<option value="tourism"')
})
