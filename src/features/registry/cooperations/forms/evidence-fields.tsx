import { capitalized } from '../../../../platform/i18n/capitalized.ts'
import { chooseText } from '../../../../platform/i18n/localized-text.ts'
import { FactList } from '../../../../ui/blocks/fact-list.tsx'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { DateField } from '../../../../ui/form/date-field.tsx'
import { Field } from '../../../../ui/form/field.tsx'
import { useFilled } from '../../../../ui/form/filled.tsx'
import { languageOptions } from '../../../../ui/form/language-options.ts'
import { TextAreaField } from '../../../../ui/form/text-area-field.tsx'
import { sourceKinds } from '../../codes.ts'
import { paths } from '../../paths.ts'
import { listChoosableSources } from '../../sources/queries.ts'
import type { CooperationCall } from './cooperation-part.ts'
import { factFor, listFacts } from './facts.ts'

export const stances = ['supports', 'contradicts'] as const
export const longestQuotation = 1000
export const longestLabel = 200

/** The fact that a source supports or contradicts, and where; of existing evidence, only what may still change. */
export async function evidenceFields(call: CooperationCall) {
  const { reader } = call
  const { t } = reader
  return (
    <>
      {call.entryId === null ? await newFields(call) : await statusFacts(call, call.entryId)}
      <ChoiceField
        name="stance"
        label={t('registry.form.stance')}
        options={stances.map((stance) => ({ value: stance, label: t(`registry.form.stance.${stance}`) }))}
        required
      />
      <Field name="label" label={t('registry.form.sourceLabel')} hint={t('registry.form.sourceLabelHint')} />
    </>
  )
}

async function statusFacts(call: CooperationCall, entryId: string) {
  const { context, reader, network, document } = call
  const found = document.evidence.find(({ id }) => id === entryId)
  if (!found) return null
  const [facts, sources] = [
    await listFacts(call),
    await listChoosableSources(context, network.id, [found.sourceId]),
  ]
  const source = sources.find(({ id }) => id === found.sourceId)
  const title = source ? (chooseText(source.title, reader.language)?.text ?? source.publisher) : ''
  return (
    <FactList
      facts={[
        {
          term: reader.t('registry.form.fact'),
          detail: factFor(facts, found)?.label ?? reader.t('registry.form.otherFact'),
        },
        {
          term: reader.t('registry.form.source'),
          detail: source ? (
            <a
              href={
                found.locator
                  ? paths.quoted(reader, network.slug, source.slug, found.id)
                  : paths.source(reader, network.slug, source.slug)
              }
            >
              {title}
            </a>
          ) : (
            title
          ),
        },
      ]}
    />
  )
}

async function newFields(call: CooperationCall) {
  const { context, reader, network } = call
  const { t } = reader
  const sources = await listChoosableSources(context, network.id)
  return (
    <>
      <ChoiceField
        name="fact"
        label={t('registry.form.fact')}
        options={await listFacts(call)}
        isFolded
        required
      />
      <ChoiceField
        name="source"
        label={t('registry.form.source')}
        options={[
          { value: '', label: t('registry.form.anotherSource') },
          ...sources.map((source) => ({
            value: source.id,
            label: [chooseText(source.title, reader.language)?.text, source.publisher]
              .filter(Boolean)
              .join(', '),
          })),
        ]}
        isFolded
        required
      />
      <NewSource call={call} />
      <TextAreaField
        name="quotation"
        label={t('registry.form.quotation')}
        hint={t('registry.form.quotationHint')}
        max={longestQuotation}
        rows={3}
      />
    </>
  )
}

function NewSource({ call: { reader, network } }: { call: CooperationCall }) {
  const { t } = reader
  const { value: language } = useFilled('newSource.language')
  const line = (name: 'title' | 'publisher', label: string) => (
    <Field name={`newSource.${name}`} label={label} />
  )
  return (
    <fieldset class="part">
      <legend>{t('registry.form.newSource')}</legend>
      <p class="field-hint">{t('registry.form.newSourceHint')}</p>
      <ChoiceField
        name="newSource.kind"
        label={t('registry.sources.kind')}
        options={sourceKinds.map((kind) => ({
          value: kind,
          label: capitalized(t(`registry.sourceKind.${kind}`), reader.interfaceLanguage),
        }))}
        isFolded
      />
      {line('title', t('registry.field.title'))}
      {line('publisher', t('registry.sources.publisher'))}
      <ChoiceField
        name="newSource.language"
        label={t('registry.form.sourceLanguage')}
        options={languageOptions(reader, network.languages)}
        chosen={[language || reader.language]}
        isFolded
        required
      />
      <DateField name="newSource.published" label={t('registry.sources.date')} />
      <Field name="newSource.url" type="url" label={t('registry.record.url')} />
    </fieldset>
  )
}
