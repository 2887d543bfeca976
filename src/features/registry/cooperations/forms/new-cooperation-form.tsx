import { z } from 'zod'
import { newId } from '../../../../platform/context/identifier.ts'
import { localizedText } from '../../../../platform/input/text-input.ts'
import { wordsOfDate } from '../../../../platform/records/record-part.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { DateField } from '../../../../ui/form/date-field.tsx'
import { LocalizedField } from '../../../../ui/form/localized-field.tsx'
import { statuses } from '../../codes.ts'
import { cooperationPart } from './cooperation-part.ts'
import { partyFields, readParties, typedParties } from './parties-form.tsx'
import { longestSummary, sinceInput } from './summary-form.tsx'

/** A new tie: its parties, what it is, since when, and its state. The rest follows part by part. */
export const newCooperationForm = cooperationPart({
  key: 'new',
  title: 'registry.form.newCooperation',
  lead: 'registry.form.newCooperationLead',
  lists: ['parties'],
  values: () => ({ 'parties.0.part': '', 'parties.1.part': '', since: '', status: '' }),
  schema: (call) =>
    z.object({
      parties: typedParties,
      summary: localizedText({ max: longestSummary }),
      since: sinceInput(call),
      status: z.union([z.enum(statuses), z.literal('')]).default(''),
    }),
  write: async (call, { parties, summary, since, status }, values) => {
    const { context, reader, document } = call
    const read = await readParties(call, parties, values)
    if ('errors' in read) return read.errors
    const words = wordsOfDate(reader, since, { on: null, words: {} })
    return {
      ...document,
      parties: read.parties,
      summary,
      since: { on: since?.edtf ?? null, words },
      standings:
        status === ''
          ? []
          : [
              {
                id: newId(),
                status,
                intention: null,
                reason: {},
                saidBy: null,
                statedOn: context.today,
                knownOn: context.today,
              },
            ],
    }
  },
  form: async (call, shown) => {
    const { reader, network } = call
    const { t } = reader
    return (
      <>
        {await partyFields(call, shown)}
        <LocalizedField
          name="summary"
          label={t('registry.record.summary')}
          hint={t('registry.form.summaryHint')}
          languages={network.languages}
          text={{}}
          max={longestSummary}
          rows={4}
        />
        <DateField name="since" label={t('registry.form.since')} />
        <ChoiceField
          name="status"
          label={t('registry.cooperation.status')}
          options={statuses.map((each) => ({ value: each, label: t(`ui.status.${each}`) }))}
        />
      </>
    )
  },
})
