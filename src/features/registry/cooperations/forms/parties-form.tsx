import { z } from 'zod'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import {
  type FieldError,
  type FormValues,
  fieldError,
  says,
  typedValue,
} from '../../../../platform/input/form.ts'
import { countParts } from '../../../../platform/input/list-action.ts'
import type { Shown } from '../../../../platform/records/record-part.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { choiceErrors, chosenId, readChoices, shortNames } from '../../../directory/index.ts'
import { listOrganisationRefs, OrganisationList, valuesOfChoice } from '../../../directory/picking/index.ts'
import type { CooperationDocument } from '../document/schema.ts'
import { capacities } from '../record/field-words.ts'
import { type CooperationCall, cooperationPart } from './cooperation-part.ts'

const most = 40

/** The fields of the form of the parties. */
export const typedParties = z
  .array(z.object({ capacity: z.enum(capacities).default('party') }))
  .max(most)
  .default([])
  .refine((parties) => parties.some(({ capacity }) => capacity === 'party'), says('registry.form.noParty'))

/** The parties of the tie, in any number and of any kind, and the bodies linked to it without being a party. */
export const partiesForm = cooperationPart({
  key: 'parties',
  title: 'registry.cooperation.parties',
  lead: 'registry.form.partiesLead',
  lists: ['parties'],
  words: async ({ context, reader, document }) => {
    const refs = await listOrganisationRefs(
      context,
      document.parties.map(({ id }) => id),
    )
    return document.parties
      .map(({ id, capacity }) => {
        const found = refs.get(id)
        const name = found ? chooseName(shortNames(found), reader.language).text : id
        return capacity === 'party' ? name : reader.t('registry.form.linkedParty', { name })
      })
      .join(' – ')
  },
  values: partyValues,
  schema: () => z.object({ parties: typedParties }),
  write: async (call, { parties }, values) => {
    const read = await readParties(call, parties, values)
    return 'errors' in read ? read.errors : { ...call.document, parties: read.parties }
  },
  form: partyFields,
})

/** The parties as the form shows them. */
export async function partyValues({ context, reader, document }: CooperationCall): Promise<FormValues> {
  const refs = await listOrganisationRefs(
    context,
    document.parties.map(({ id }) => id),
  )
  return Object.assign(
    {},
    ...document.parties.map(({ id, capacity }, index) => ({
      ...valuesOfChoice(reader, `parties.${index}`, refs.get(id)),
      [`parties.${index}.capacity`]: capacity,
    })),
  )
}

/** The chosen parties, or their errors. */
export async function readParties(
  { context, document }: CooperationCall,
  typed: z.output<typeof typedParties>,
  values: FormValues,
): Promise<{ parties: CooperationDocument['parties'] } | { errors: FieldError[] }> {
  const names = typed.map((_, index) => `parties.${index}`)
  const choices = await readChoices(context, values, names)
  const ids = names.map((name) => chosenId(choices, name))
  const repeated = names.filter((_, index) => ids[index] !== null && ids.indexOf(ids[index] ?? null) < index)
  const errors = [
    ...choiceErrors(choices),
    ...repeated.map((name) => fieldError(`${name}.name`, 'registry.form.partyTwice')),
  ]
  if (errors.length > 0) return { errors }
  const before = new Map(document.parties.map((party) => [party.id, party]))
  return {
    parties: typed.flatMap(({ capacity }, index) => {
      const id = ids[index]
      return id ? [{ id, capacity, knownOn: before.get(id)?.knownOn ?? context.today }] : []
    }),
  }
}

/** The parties, each with its name and its capacity, in an order that can be changed. */
export async function partyFields(call: CooperationCall, shown: Shown) {
  const { reader, context } = call
  const { t } = reader
  const count = countParts(shown.values, 'parties')
  const names = Array.from({ length: count }, (_, index) => `parties.${index}`)
  const choices = await readChoices(context, shown.values, names)
  return (
    <OrganisationList
      call={call}
      shown={shown}
      choices={choices}
      name="parties"
      label={t('registry.form.whoCooperates')}
      hint={t('registry.form.partiesHint')}
      titleOf={(index) => t('registry.form.party', { number: index + 1 })}
      addLabel={t('registry.form.addParty')}
      organisationLabel={t('registry.form.organisation')}
    >
      {(prefix) => (
        <ChoiceField
          name={`${prefix}.capacity`}
          label={t('registry.record.capacity')}
          options={capacities.map((each) => ({
            value: each,
            label: t(`registry.form.capacity.${each}`),
          }))}
          chosen={[typedValue(shown.values, `${prefix}.capacity`) || 'party']}
          required
        />
      )}
    </OrganisationList>
  )
}
