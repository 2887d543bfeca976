import { z } from 'zod'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import { toldDayInput } from '../../../../platform/input/date-input.ts'
import { type FieldError, fieldError } from '../../../../platform/input/form.ts'
import { inFormerOrder } from '../../../../platform/records/former-order.ts'
import type { Shown } from '../../../../platform/records/record-part.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { DayField } from '../../../../ui/form/date-field.tsx'
import { choiceErrors, chosenId, kindName, kindsOf, readChoices } from '../../../directory/index.ts'
import { listOrganisationRefs, OrganisationChoice, valuesOfChoice } from '../../../directory/picking/index.ts'
import { severalOf } from '../../several.ts'
import { CodeFields, typedCodes } from './code-fields.tsx'
import {
  codeErrors,
  codesAfter,
  MachineNames,
  NameFields,
  nameErrors,
  namesAfter,
  typedNames,
} from './name-fields.tsx'
import { type OrganisationCall, organisationPart } from './organisation-part.ts'

const optionalDay = z
  .union([toldDayInput(), z.literal('')])
  .default('')
  .transform((day) => (day === '' ? null : day))

/** The names of an organisation, its kind, its place in the hierarchy, and the period of its existence. */
export const identityForm = organisationPart({
  key: 'identity',
  title: 'registry.form.identity',
  lead: 'registry.form.identityLead',
  words: ({ reader, document }) =>
    [chooseName(document.name, reader.language).text, kindName(reader, document.kind)].join(' · '),
  values: async ({ context, reader, network, document }) => {
    const { name, shortName, machineNames, kind, codes, parentId } = document
    const refs = await listOrganisationRefs(context, parentId === null ? [] : [parentId])
    return {
      ...prefixed('name', name),
      ...prefixed('short', shortName),
      machine: machineNames.filter((language) => network.languages.includes(language)),
      kind,
      ...prefixed('codes', codes),
      ...valuesOfChoice(reader, 'parent', parentId === null ? undefined : refs.get(parentId)),
      validFrom: document.validFrom ?? '',
      validUntil: document.validUntil ?? '',
    }
  },
  schema: ({ network }) =>
    z.object({
      name: typedNames,
      short: typedNames,
      machine: severalOf(network.languages),
      kind: z.string(),
      codes: typedCodes,
      validFrom: optionalDay,
      validUntil: optionalDay,
    }),
  write: async (call, typed, values) => {
    const { context, network, document, head } = call
    const { country } = document
    const names = namesAfter(document.name, typed.name, network.languages)
    const choices = await readChoices(context, values, ['parent'])
    const parentId = chosenId(choices, 'parent')
    const errors: FieldError[] = [
      ...nameErrors(names),
      ...(kindsOf(country).includes(typed.kind) ? [] : [fieldError('kind', 'ui.form.wrong')]),
      ...codeErrors(country, typed.codes),
      ...choiceErrors(choices, true),
      ...(parentId !== null && parentId === head?.id
        ? [fieldError('parent.name', 'registry.form.ownParent')]
        : []),
      ...(typed.validFrom !== null && typed.validUntil !== null && typed.validFrom >= typed.validUntil
        ? [fieldError('validUntil', 'registry.form.endsBefore')]
        : []),
    ]
    if (errors.length > 0) return errors
    const others = document.machineNames.filter((language) => !network.languages.includes(language))
    return {
      ...document,
      name: names,
      shortName: namesAfter(document.shortName, typed.short, network.languages),
      machineNames: inFormerOrder(document.machineNames, [
        ...others,
        ...typed.machine.filter((language) => names[language]),
      ]),
      kind: typed.kind,
      codes: codesAfter(country, document.codes, typed.codes),
      parentId,
      validFrom: typed.validFrom,
      validUntil: typed.validUntil,
    }
  },
  form: identityFields,
})

function prefixed(name: string, values: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [`${name}.${key}`, value]))
}

async function identityFields(call: OrganisationCall, shown: Shown) {
  const { context, reader, document } = call
  const { t } = reader
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
      <NameFields
        call={call}
        shown={shown}
        name="short"
        label={t('registry.form.shortNames')}
        hint={t('registry.form.shortNamesHint')}
      />
      <MachineNames call={call} />
      <ChoiceField
        name="kind"
        label={t('registry.form.organisationKind')}
        options={kindsOf(document.country).map((kind) => ({ value: kind, label: kindName(reader, kind) }))}
        required
      />
      <CodeFields call={call} country={document.country} />
      <OrganisationChoice
        call={call}
        choices={await readChoices(context, shown.values, ['parent'])}
        name="parent"
        label={t('registry.form.parentOrganisation')}
        hint={t('registry.form.parentOrganisationHint')}
      />
      <DayField name="validFrom" label={t('registry.form.validFrom')} />
      <DayField
        name="validUntil"
        label={t('registry.form.validUntil')}
        hint={t('registry.form.validUntilHint')}
      />
    </>
  )
}
