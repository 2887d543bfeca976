import { chooseText } from '../../../../platform/i18n/localized-text.ts'
import { typedValue } from '../../../../platform/input/form.ts'
import { countParts } from '../../../../platform/input/list-action.ts'
import {
  errorOf,
  errorsOf,
  focusIn,
  type Shown,
  typedTexts,
} from '../../../../platform/records/record-part.ts'
import { FactList } from '../../../../ui/blocks/fact-list.tsx'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { Field } from '../../../../ui/form/field.tsx'
import { LocalizedField } from '../../../../ui/form/localized-field.tsx'
import { RepeatedParts } from '../../../../ui/form/repeated-parts.tsx'
import { listChoosableSources } from '../../sources/queries.ts'
import type { CooperationCall } from './cooperation-part.ts'
import { factFor, listFacts } from './facts.ts'

export const ranks = ['preferred', 'normal', 'deprecated'] as const
export const longestNote = 1000
export const longestValue = 500

/** The fact that sources disagree on, what each of them says, and how far it is relied on. */
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
        <ChoiceField
          reader={reader}
          name="fact"
          label={t('registry.form.fact')}
          options={facts}
          chosen={[typedValue(shown.values, 'fact')]}
          error={errorOf(reader, shown, 'fact')}
          isFolded
          required
        />
      )}
      <Values reader={reader} shown={shown} sources={sources} />
      <LocalizedField
        reader={reader}
        name="note"
        label={t('registry.form.disputeNote')}
        hint={t('registry.form.disputeNoteHint')}
        languages={network.languages}
        text={found?.note ?? {}}
        values={typedTexts(shown, 'note')}
        errors={errorsOf(reader, shown)}
        max={longestNote}
      />
    </>
  )
}

interface ValuesProps {
  reader: CooperationCall['reader']
  shown: Shown
  sources: { value: string; label: string }[]
}

function Values({ reader, shown, sources }: ValuesProps) {
  const { t } = reader
  const choice = (name: string, label: string, options: ValuesProps['sources'], chosen: string) => (
    <ChoiceField
      reader={reader}
      name={name}
      label={label}
      options={options}
      chosen={[chosen]}
      error={errorOf(reader, shown, name)}
      isFolded
    />
  )
  return (
    <RepeatedParts
      reader={reader}
      name="values"
      label={t('registry.form.values')}
      hint={t('registry.form.valuesHint')}
      count={countParts(shown.values, 'values')}
      titleOf={(index) => t('registry.form.value', { number: index + 1 })}
      addLabel={t('registry.form.addValue')}
      focus={focusIn(shown, 'values')}
      error={errorOf(reader, shown, 'values')}
      isOrdered
    >
      {(prefix) => (
        <>
          <input type="hidden" name={`${prefix}.id`} value={typedValue(shown.values, `${prefix}.id`)} />
          <Field
            reader={reader}
            name={`${prefix}.value`}
            label={t('registry.form.valueSaid')}
            value={typedValue(shown.values, `${prefix}.value`)}
            error={errorOf(reader, shown, `${prefix}.value`)}
            required
          />
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
