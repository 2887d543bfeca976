import { z } from 'zod'
import { chooseText } from '../../../../platform/i18n/localized-text.ts'
import { optionalSaidDate } from '../../../../platform/input/date-input.ts'
import { localizedText } from '../../../../platform/input/text-input.ts'
import { DateField } from '../../../../ui/form/date-field.tsx'
import { LocalizedField } from '../../../../ui/form/localized-field.tsx'
import { dateToType, dayWords } from '../../../../ui/text/date-words.ts'
import { cooperationPart } from './cooperation-part.ts'

export const longestProspect = 1000

/** What is planned or wished for between the parties. */
export const prospectForm = cooperationPart({
  key: 'prospects',
  title: 'registry.cooperation.prospects',
  lead: 'registry.form.prospectsLead',
  entries: ({ reader, document }) =>
    document.prospects.map((prospect) => {
      const text = chooseText(prospect.text, reader.language)
      return {
        id: prospect.id,
        title: text?.text ?? '',
        ...(text ? { language: text.language } : {}),
        ...(prospect.horizon ? { note: dayWords(reader, prospect.horizon) } : {}),
      }
    }),
  values: ({ reader, document, entryId }) => {
    const horizon = document.prospects.find(({ id }) => id === entryId)?.horizon ?? null
    return { horizon: horizon === null ? '' : dateToType(reader, horizon, null) }
  },
  schema: ({ reader, document, entryId }) =>
    z.object({
      text: localizedText({
        max: longestProspect,
        isRequired: true,
        previous: document.prospects.find(({ id }) => id === entryId)?.text ?? {},
      }),
      horizon: optionalSaidDate(reader.interfaceLanguage),
    }),
  write: ({ context, document, entryId }, { text, horizon }) => {
    const found = document.prospects.find(({ id }) => id === entryId)
    const next = Math.max(-1, ...document.prospects.map(({ id }) => Number(id))) + 1
    const prospect = {
      id: found?.id ?? String(next),
      text,
      horizon: horizon?.edtf ?? null,
      knownOn: found?.knownOn ?? context.today,
    }
    return {
      ...document,
      prospects: found
        ? document.prospects.map((each) => (each.id === prospect.id ? prospect : each))
        : [...document.prospects, prospect],
    }
  },
  remove: ({ document, entryId }) => ({
    ...document,
    prospects: document.prospects.filter(({ id }) => id !== entryId),
  }),
  form: ({ reader, network, document, entryId }) => (
    <>
      <LocalizedField
        name="text"
        label={reader.t('registry.form.prospect')}
        languages={network.languages}
        text={document.prospects.find(({ id }) => id === entryId)?.text ?? {}}
        max={longestProspect}
        required
      />
      <DateField name="horizon" label={reader.t('registry.record.horizon')} />
    </>
  ),
})
