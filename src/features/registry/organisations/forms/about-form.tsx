import { z } from 'zod'
import { chooseText } from '../../../../platform/i18n/localized-text.ts'
import { fieldError } from '../../../../platform/input/form.ts'
import { localizedText } from '../../../../platform/input/text-input.ts'
import { Field } from '../../../../ui/form/field.tsx'
import { LocalizedField } from '../../../../ui/form/localized-field.tsx'
import { organisationPart } from './organisation-part.ts'

export const longestAbout = 2000

const optionalNumber = (most: number) =>
  z
    .string()
    .max(30)
    .default('')
    .transform((text) => text.replaceAll(/[\s,.’']/g, ''))
    .refine((figures) => figures === '' || (/^\d+$/.test(figures) && Number(figures) <= most), {
      error: 'ui.form.wrong',
    })
    .transform((figures) => (figures === '' ? null : Number(figures)))

/** What an organisation is, in a few sentences, and its population. */
export const aboutForm = organisationPart({
  key: 'about',
  title: 'registry.form.about',
  lead: 'registry.form.aboutLead',
  words: ({ reader, document }) => chooseText(document.about, reader.language)?.text ?? '',
  values: ({ document }) => ({
    population: document.population === null ? '' : String(document.population),
    populationYear: document.populationYear === null ? '' : String(document.populationYear),
  }),
  schema: ({ document }) =>
    z.object({
      about: localizedText({ max: longestAbout, previous: document.about }),
      population: optionalNumber(2_000_000_000),
      populationYear: optionalNumber(2200),
    }),
  write: ({ document }, { about, population, populationYear }) => {
    if (population !== null && populationYear === null)
      return [fieldError('populationYear', 'registry.form.populationYearMissing')]
    return { ...document, about, population, populationYear: population === null ? null : populationYear }
  },
  form: ({ reader, network, document }) => (
    <>
      <LocalizedField
        name="about"
        label={reader.t('registry.form.aboutText')}
        hint={reader.t('registry.form.aboutHint')}
        languages={network.languages}
        text={document.about}
        max={longestAbout}
        rows={6}
      />
      <Field name="population" label={reader.t('registry.form.population')} />
      <Field name="populationYear" label={reader.t('registry.form.populationYear')} />
    </>
  ),
})
