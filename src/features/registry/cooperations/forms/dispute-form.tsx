import { z } from 'zod'
import { newId } from '../../../../platform/context/identifier.ts'
import { readSaidDate } from '../../../../platform/dates/index.ts'
import {
  chooseText,
  type LocalizedText,
  mergeLocalizedText,
} from '../../../../platform/i18n/localized-text.ts'
import { type FieldError, fieldError, typedValue } from '../../../../platform/input/form.ts'
import { localizedText } from '../../../../platform/input/text-input.ts'
import type { Shown } from '../../../../platform/records/record-part.ts'
import { FactList } from '../../../../ui/blocks/fact-list.tsx'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { Field } from '../../../../ui/form/field.tsx'
import { LocalizedField } from '../../../../ui/form/localized-field.tsx'
import { RepeatedParts } from '../../../../ui/form/repeated-parts.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { dateToType, dayWords } from '../../../../ui/text/date-words.ts'
import { listChoosableSources } from '../../sources/queries.ts'
import type { CooperationDocument, DisputeEntry } from '../document/schema.ts'
import { type CooperationCall, cooperationPart } from './cooperation-part.ts'
import { factFor, listFacts } from './facts.ts'

type Value = DisputeEntry['values'][number]

const ranks = ['preferred', 'normal', 'deprecated'] as const
const longestNote = 1000
const longestValue = 500

/** Values on which sources disagree: side by side, none of them corrected. */
export const disputeForm = cooperationPart({
  key: 'disputes',
  title: 'registry.cooperation.disputes',
  lead: 'registry.form.disputesLead',
  lists: ['values'],
  entries: async (call) => {
    const facts = await listFacts(call)
    return call.document.disputes.map((dispute) => ({
      id: dispute.id,
      title: factFor(facts, dispute)?.label ?? call.reader.t('registry.form.otherFact'),
      note: dispute.values.map(({ value }) => wordsOf(call, value)).join(' / '),
    }))
  },
  values: (call) => {
    const found = foundIn(call)
    if (!found) return { fact: '', 'values.0.part': '', 'values.1.part': '' }
    return Object.assign(
      {},
      ...found.values.map(({ id, value, sourceId, rank }, index) => ({
        [`values.${index}.id`]: id,
        [`values.${index}.value`]: toType(call, value),
        [`values.${index}.source`]: sourceId ?? '',
        [`values.${index}.rank`]: rank,
      })),
    )
  },
  schema: schemaOf,
  write: readDispute,
  remove: ({ document, entryId }) => ({
    ...document,
    disputes: document.disputes.filter(({ id }) => id !== entryId),
  }),
  form: disputeFields,
})

function schemaOf(call: CooperationCall) {
  return z.object({
    fact: foundIn(call) ? z.string().default('') : z.string().min(1),
    note: localizedText({ max: longestNote, previous: foundIn(call)?.note ?? {} }),
    values: z
      .array(
        z.object({
          id: z.string().default(''),
          value: z.string().trim().min(1).max(longestValue),
          source: z.string().default(''),
          rank: z.enum(ranks).default('normal'),
        }),
      )
      .min(2, 'registry.form.twoValues')
      .max(20),
  })
}

async function readDispute(
  call: CooperationCall,
  typed: z.output<ReturnType<typeof schemaOf>>,
): Promise<CooperationDocument | FieldError[]> {
  const { context, network, document } = call
  const found = foundIn(call)
  const fact = found ?? (await listFacts(call)).find(({ value }) => value === typed.fact)
  const known = found?.values.flatMap(({ sourceId }) => sourceId ?? []) ?? []
  const sources = await listChoosableSources(context, network.id, known)
  const isDate = fact?.field === 'since'
  const values = typed.values.map((each) => {
    const before = found?.values.find(({ id }) => id === each.id)
    return { each, before, value: readValue(call, each.value, before, isDate) }
  })
  const errors = [
    ...(fact ? [] : [fieldError('fact', 'ui.form.wrong')]),
    ...values.flatMap(({ each, value }, index): FieldError[] => [
      ...(value === null ? [dateError(`values.${index}.value`, each.value)] : []),
      ...(each.source === '' || sources.some(({ id }) => id === each.source)
        ? []
        : [fieldError(`values.${index}.source`, 'ui.form.wrong')]),
    ]),
  ]
  if (!fact || errors.length > 0) return errors
  const id = found?.id ?? newId()
  const dispute: DisputeEntry = {
    id,
    slug: found?.slug ?? `dispute-${id}`,
    subjectKind: fact.subjectKind,
    subjectId: fact.subjectId,
    field: fact.field,
    note: typed.note,
    values: values.flatMap(({ each, before, value }, index) =>
      value === null
        ? []
        : [
            {
              id: String(index),
              value,
              sourceId: each.source === '' ? null : each.source,
              locator: before?.sourceId === each.source ? (before?.locator ?? null) : null,
              rank: each.rank,
              knownOn: before?.knownOn ?? context.today,
            },
          ],
    ),
    knownOn: found?.knownOn ?? context.today,
  }
  return {
    ...document,
    disputes: found
      ? document.disputes.map((each) => (each.id === id ? dispute : each))
      : [...document.disputes, dispute],
  }
}

function dateError(field: string, text: string): FieldError {
  return { field, message: (t) => t('ui.form.date', { text }) }
}

// An unchanged value keeps its languages; a date is kept as one, and null is none.
function readValue(
  call: CooperationCall,
  typed: string,
  before: Value | undefined,
  isDate: boolean,
): Value['value'] | null {
  if (before && toType(call, before.value) === typed) return before.value
  const { interfaceLanguage } = call.reader
  if (isDate) return readSaidDate(typed, interfaceLanguage)?.edtf ?? null
  const previous: LocalizedText = typeof before?.value === 'object' ? before.value : {}
  return mergeLocalizedText(previous, { texts: { [interfaceLanguage]: typed }, reviewed: [], original: null })
}

function toType({ reader }: CooperationCall, value: Value['value']): string {
  if (typeof value !== 'string') return chooseText(value, reader.language)?.text ?? ''
  return readSaidDate(value, reader.interfaceLanguage) ? dateToType(reader, value, null) : value
}

function wordsOf({ reader }: CooperationCall, value: Value['value']): string {
  if (typeof value !== 'string') return chooseText(value, reader.language)?.text ?? ''
  return readSaidDate(value, reader.interfaceLanguage) ? dayWords(reader, value) : value
}

function foundIn({ document, entryId }: CooperationCall): DisputeEntry | undefined {
  return document.disputes.find(({ id }) => id === entryId)
}

/** The fact on which sources disagree, their values, and how far it is relied on. */
async function disputeFields(call: CooperationCall, shown: Shown) {
  const { reader, context, network, document, entryId } = call
  const { t } = reader
  const found = document.disputes.find(({ id }) => id === entryId)
  const facts = await listFacts(call)
  const known = found?.values.flatMap(({ sourceId }) => sourceId ?? []) ?? []
  const sources = (await listChoosableSources(context, network.id, known)).map((source) => ({
    value: source.id,
    label: [chooseText(source.title, reader.language)?.text, source.publisher].filter(Boolean).join(', '),
  }))
  return (
    <>
      {found ? (
        <FactList
          facts={[
            {
              term: t('registry.form.fact'),
              detail: factFor(facts, found)?.label ?? t('registry.form.otherFact'),
            },
          ]}
        />
      ) : (
        <ChoiceField name="fact" label={t('registry.form.fact')} options={facts} isFolded required />
      )}
      <Values shown={shown} sources={sources} />
      <LocalizedField
        name="note"
        label={t('registry.form.disputeNote')}
        hint={t('registry.form.disputeNoteHint')}
        languages={network.languages}
        text={found?.note ?? {}}
        max={longestNote}
      />
    </>
  )
}

interface ValuesProps {
  shown: Shown
  sources: { value: string; label: string }[]
}

function Values({ shown, sources }: ValuesProps) {
  const reader = useReader()
  const { t } = reader
  const choice = (name: string, label: string, options: ValuesProps['sources'], chosen: string) => (
    <ChoiceField name={name} label={label} options={options} chosen={[chosen]} isFolded />
  )
  return (
    <RepeatedParts
      name="values"
      label={t('registry.form.values')}
      hint={t('registry.form.valuesHint')}
      titleOf={(index) => t('registry.form.value', { number: index + 1 })}
      addLabel={t('registry.form.addValue')}
      isOrdered
    >
      {(prefix) => (
        <>
          <input type="hidden" name={`${prefix}.id`} value={typedValue(shown.values, `${prefix}.id`)} />
          <Field name={`${prefix}.value`} label={t('registry.form.valueSaid')} required />
          {choice(
            `${prefix}.source`,
            t('registry.form.source'),
            [{ value: '', label: t('registry.form.noSource') }, ...sources],
            typedValue(shown.values, `${prefix}.source`),
          )}
          {choice(
            `${prefix}.rank`,
            t('registry.form.rank'),
            ranks.map((rank) => ({ value: rank, label: t(`registry.form.rank.${rank}`) })),
            typedValue(shown.values, `${prefix}.rank`) || 'normal',
          )}
        </>
      )}
    </RepeatedParts>
  )
}
