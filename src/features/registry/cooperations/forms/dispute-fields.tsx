import { chooseText } from '../../../../platform/i18n/localized-text.ts'
import { typedValue } from '../../../../platform/input/form.ts'
import type { Shown } from '../../../../platform/records/record-part.ts'
import { FactList } from '../../../../ui/blocks/fact-list.tsx'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { Field } from '../../../../ui/form/field.tsx'
import { LocalizedField } from '../../../../ui/form/localized-field.tsx'
import { RepeatedParts } from '../../../../ui/form/repeated-parts.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { listChoosableSources } from '../../sources/queries.ts'
import type { CooperationCall } from './cooperation-part.ts'
import { factFor, listFacts } from './facts.ts'

export const ranks = ['preferred', 'normal', 'deprecated'] as const
export const longestNote = 1000
export const longestValue = 500

/** The fact on which sources disagree, their values, and how far it is relied on. */
export async function disputeFields(call: CooperationCall, shown: Shown) {
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
