import { z } from 'zod'
import { newId } from '../../../../platform/context/identifier.ts'
import { capitalized } from '../../../../platform/i18n/capitalized.ts'
import { type FieldError, fieldError, typedValue } from '../../../../platform/input/form.ts'
import { pointInput } from '../../../../platform/input/point-input.ts'
import { localizedText, optionalWebAddress } from '../../../../platform/input/text-input.ts'
import { errorsOf, type Shown } from '../../../../platform/records/record-part.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { Field } from '../../../../ui/form/field.tsx'
import { LocalizedField } from '../../../../ui/form/localized-field.tsx'
import { applyMapClick } from '../../../../ui/form/map-click.ts'
import { PointPicker } from '../../../../ui/form/point-picker.tsx'
import { isWholeCountry } from '../../../directory/gazetteer/index.ts'
import {
  byOwnSide,
  choiceErrors,
  chosenId,
  countryName,
  kindName,
  kindsOf,
  readChoices,
} from '../../../directory/index.ts'
import { OrganisationChoice } from '../../../directory/picking/index.ts'
import { type OrganisationDocument, withShare } from '../document/schema.ts'
import { CodeFields, typedCodes } from './code-fields.tsx'
import { longestInterest } from './interest-form.tsx'
import { codeErrors, codesAfter, NameFields, nameErrors, namesAfter, typedNames } from './name-fields.tsx'
import { type OrganisationCall, organisationPart } from './organisation-part.ts'

/** An authority or a body that is not in the directory. */
export const newOrganisationForm = organisationPart({
  key: 'new',
  title: 'registry.form.newOrganisation',
  lead: 'registry.form.newOrganisationLead',
  redraw: (values) => applyMapClick(values, 'place'),
  values: ({ reader, network }) => ({ country: byOwnSide(reader, network.countries)[0] ?? '', kind: '' }),
  schema: ({ network }) =>
    z.object({
      country: z.enum(network.countries),
      kind: z.string().min(1),
      name: typedNames,
      codes: typedCodes,
      place: pointInput(),
      url: optionalWebAddress,
      seeks: localizedText({ max: longestInterest }),
    }),
  write: async (call, typed, values) => {
    const { context, network, document } = call
    const name = namesAfter({}, typed.name, network.languages)
    const choices = await readChoices(context, values, ['parent'])
    const errors: FieldError[] = [
      ...nameErrors(name),
      ...(kindsOf(typed.country).includes(typed.kind)
        ? []
        : [fieldError('kind', 'registry.form.kindOfOther')]),
      ...codeErrors(typed.country, typed.codes),
      ...choiceErrors(choices, true),
    ]
    if (errors.length > 0) return errors
    const organisation = {
      ...document,
      country: typed.country,
      kind: typed.kind,
      name,
      codes: codesAfter(typed.country, {}, typed.codes),
      parentId: chosenId(choices, 'parent'),
      place: typed.place,
    }
    return withWishes(call, organisation, typed)
  },
  form: newOrganisationFields,
})

function withWishes(
  { context, network }: OrganisationCall,
  organisation: OrganisationDocument,
  { url, seeks }: { url: string | null; seeks: OrganisationDocument['about'] },
): OrganisationDocument {
  const knownOn = context.today
  // The address of its site, which has one name in every language.
  const label = Object.fromEntries(
    network.languages.map((language) => [language, { text: url ?? '', state: 'original' as const }]),
  )
  return withShare(organisation, network.id, {
    interest: Object.keys(seeks).length === 0 ? null : { seeks, offers: {}, themes: [], knownOn },
    notes: url === null ? [] : [{ id: newId(), kind: 'resource', label, value: null, url, knownOn }],
  })
}

async function newOrganisationFields(call: OrganisationCall, shown: Shown) {
  const { context, reader, network } = call
  const { t } = reader
  const country = typedValue(shown.values, 'country')
  return (
    <>
      <NameFields
        call={call}
        shown={shown}
        name="name"
        label={t('registry.form.names')}
        hint={t('registry.form.namesHint')}
        required
      />
      <ChoiceField
        name="country"
        label={t('registry.form.country')}
        options={byOwnSide(reader, network.countries).map((each) => ({
          value: each,
          label: countryName(reader, each),
        }))}
        chosen={[country]}
        required
      />
      <ChoiceField
        name="kind"
        label={t('registry.form.organisationKind')}
        hint={t('registry.form.organisationKindHint')}
        options={kindOptions(call)}
        required
      />
      <OrganisationChoice
        call={{ ...call, form: null }}
        choices={await readChoices(context, shown.values, ['parent'])}
        name="parent"
        label={t('registry.form.parentOrganisation')}
        hint={t('registry.form.parentOrganisationHint')}
      />
      <PointPicker
        name="place"
        label={t('registry.form.point')}
        values={shown.values}
        country={country || null}
        errors={errorsOf(reader, shown)}
      />
      {byOwnSide(reader, network.countries).map((each) => (
        <CodeFields key={each} call={call} country={each} />
      ))}
      <Field name="url" type="url" label={t('registry.form.site')} />
      <LocalizedField
        name="seeks"
        label={t('registry.form.seeks')}
        hint={t('registry.form.seeksHint')}
        languages={network.languages}
        text={{}}
        max={longestInterest}
      />
    </>
  )
}

// Kinds that only some countries have are named with their country; bodies are the same everywhere.
function kindOptions({ reader, network }: OrganisationCall) {
  // What is added by hand is most often of a country that the directory has in part.
  const countries = byOwnSide(reader, network.countries).toSorted(
    (a, b) => Number(isWholeCountry(a)) - Number(isWholeCountry(b)),
  )
  return [...new Set(countries.flatMap(kindsOf))].map((kind) => {
    const having = countries.filter((country) => kindsOf(country).includes(kind))
    const name = capitalized(kindName(reader, kind), reader.interfaceLanguage)
    const where = having.map((country) => countryName(reader, country)).join(', ')
    return { value: kind, label: having.length === countries.length ? name : `${name} (${where})` }
  })
}
