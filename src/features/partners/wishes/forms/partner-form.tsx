import { z } from 'zod'
import { capitalized } from '../../../../platform/i18n/capitalized.ts'
import { chosenAmong } from '../../../../platform/input/choice-input.ts'
import { fieldError, says } from '../../../../platform/input/form.ts'
import { inFormerOrder } from '../../../../platform/records/former-order.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { Field } from '../../../../ui/form/field.tsx'
import { languageInWords } from '../../../../ui/text/language-in-words.ts'
import { byOwnSide, countryName } from '../../../directory/index.ts'
import { tiers } from '../../competence.ts'
import { sizeWords } from '../views/wish-words.ts'
import { type WishCall, wishPart } from './wish-part.ts'

const sizeSteps = { populationFrom: 'populationFrom', populationTo: 'populationTo' } as const

/** Who is looked for: levels, size, countries, and the languages in which one can work. */
export const partnerForm = wishPart({
  key: 'partner',
  title: 'partners.wish.form.partner',
  lead: 'partners.wish.form.partnerLead',
  words: ({ reader, document }) =>
    [
      ...document.tiers.map((tier) => reader.t(`partners.tier.${tier}`)),
      sizeWords(reader, document) ?? '',
      ...document.countries.map((code) => countryName(reader, code)),
    ]
      .filter(Boolean)
      .join(', '),
  values: ({ document }) => ({
    tiers: document.tiers,
    populationFrom: document.populationFrom === null ? '' : String(document.populationFrom),
    populationTo: document.populationTo === null ? '' : String(document.populationTo),
    countries: document.countries,
    languages: document.languages,
  }),
  schema: (call) =>
    z.object({
      tiers: chosenAmong(tiers),
      populationFrom: typedSize,
      populationTo: typedSize,
      countries: typedCountries(call),
      languages: chosenAmong(atLeastOne(listLanguages(call))),
    }),
  write: ({ document }, typed) => {
    const { populationFrom, populationTo } = typed
    if (populationFrom !== null && populationTo !== null && populationFrom > populationTo)
      return [fieldError('populationTo', 'partners.wish.error.sizes')]
    return {
      ...document,
      populationFrom,
      populationTo,
      tiers: inFormerOrder(document.tiers, typed.tiers),
      countries: inFormerOrder(document.countries, typed.countries),
      languages: inFormerOrder(document.languages, typed.languages),
    }
  },
  form: (call) => {
    const { reader } = call
    const { t } = reader
    return (
      <>
        <CountriesField call={call} />
        <ChoiceField
          name="tiers"
          label={t('partners.wish.tiers')}
          hint={t('partners.wish.form.tiersHint')}
          options={tiers.map((tier) => ({
            value: tier,
            label: capitalized(t(`partners.tier.${tier}`), reader.interfaceLanguage),
          }))}
          multiple
        />
        {Object.values(sizeSteps).map((name) => (
          <Field key={name} name={name} label={t(`partners.wish.form.${name}`)} />
        ))}
        <ChoiceField
          name="languages"
          label={t('partners.wish.languages')}
          options={listLanguages(call).map((language) => ({
            value: language,
            label: capitalized(languageInWords(reader, language), reader.interfaceLanguage),
          }))}
          multiple
        />
      </>
    )
  },
})

// People write 10 000, 10.000 or 10,000.
const typedSize = z
  .string()
  .transform((text) => text.replaceAll(/[\s.,\u00a0\u202f]/g, ''))
  .pipe(z.union([z.literal(''), z.string().regex(/^\d{1,9}$/, says('partners.wish.error.size'))]))
  .default('')
  .transform((text) => (text === '' ? null : Number(text)))

function listCountries({ network, document }: WishCall): string[] {
  return [...new Set([...network.countries, ...document.countries])]
}

function listLanguages({ network, document }: WishCall): string[] {
  return [...new Set([...network.languages, ...document.languages])]
}

/** What the field of countries sends: those of the network, and those that the wish has. */
export function typedCountries(call: WishCall) {
  return chosenAmong(atLeastOne(listCountries(call)))
}

/** The countries in which a partner is looked for. */
export function CountriesField({ call }: { call: WishCall }) {
  const { reader } = call
  return (
    <ChoiceField
      name="countries"
      label={reader.t('partners.wish.countries')}
      options={byOwnSide(reader, listCountries(call)).map((code) => ({
        value: code,
        label: countryName(reader, code),
      }))}
      multiple
    />
  )
}

function atLeastOne([first = 'en', ...others]: string[]): [string, ...string[]] {
  return [first, ...others]
}
