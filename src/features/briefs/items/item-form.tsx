import { z } from 'zod'
import { chooseText } from '../../../platform/i18n/localized-text.ts'
import { optionalDayInput, saidDay } from '../../../platform/input/date-input.ts'
import { type FieldError, fieldError } from '../../../platform/input/form.ts'
import { localizedText, optionalWebAddress } from '../../../platform/input/text-input.ts'
import type { RecordPart } from '../../../platform/records/record-kind.ts'
import { recordPart, type TypedCall } from '../../../platform/records/record-part.ts'
import { Choice } from '../../../ui/form/choice-field.tsx'
import { DayField } from '../../../ui/form/date-field.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { useFilled } from '../../../ui/form/filled.tsx'
import { LocalizedField } from '../../../ui/form/localized-field.tsx'
import { MoreFields } from '../../../ui/form/more-fields.tsx'
import { dateToType } from '../../../ui/text/date-words.ts'
import { paths } from '../paths.ts'
import {
  type BriefDocument,
  briefDocument,
  type DocumentItem,
  emptyItem,
  lineOf,
  withItem,
  withLine,
} from './document.ts'
import { longestItem } from './item.ts'
import { type ItemKey, itemKinds } from './skeleton.ts'

const longestLine = 300

type ItemCall = TypedCall<BriefDocument>

/** The form of each item of the closed list. */
export const itemForms: readonly RecordPart[] = itemKinds.map(({ key, section }) =>
  recordPart((document) => briefDocument.parse(document), {
    key,
    group: `briefs.section.${section}`,
    title: `briefs.item.${key}`,
    lead: 'briefs.form.lead',
    reasonHint: 'briefs.form.reasonHint',
    words: ({ document, reader }: ItemCall) =>
      chooseText(document.items[key]?.text ?? {}, reader.language)?.text ?? '',
    values: (call: ItemCall) => {
      const { text: _text, checkedOn: _checkedOn, asOf, validUntil, ...said } = itemOf(call, key)
      const day = (on: string | null) => (on === null ? '' : dateToType(call.reader, on, null))
      return { ...said, asOf: day(asOf), validUntil: day(validUntil) }
    },
    schema: (call: ItemCall) => formSchema(call, key),
    write: (call: ItemCall, typed) => {
      const { line, isChecked, ...said } = typed
      const item = { ...said, ...checkOf(call, itemOf(call, key), typed) }
      const errors = contradictions(item, isChecked)
      if (errors.length > 0) return errors
      return withLine(withItem(call.document, key, item), key, { networkId: call.network.id, line })
    },
    form: (call: ItemCall) => <ItemFields call={call} itemKey={key} />,
  }),
)

const words = (max: number) => z.string().trim().max(max).default('')

function formSchema({ document, network }: ItemCall, key: ItemKey) {
  return z.object({
    text: localizedText({ max: longestItem, previous: document.items[key]?.text ?? {} }),
    line: localizedText({ max: longestLine, previous: lineOf(document, network.id, key) }),
    source: words(300),
    sourceLanguage: z
      .union([z.literal(''), z.string().regex(/^[a-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,3}$/)])
      .default(''),
    sourceUrl: optionalWebAddress.transform((address) => address ?? ''),
    passage: words(200),
    asOf: optionalDayInput(saidDay()),
    validUntil: optionalDayInput(saidDay()),
    isChecked: z
      .string()
      .optional()
      .transform((ticked) => ticked !== undefined && ticked !== ''),
    checkedBy: words(120),
  })
}

const itemOf = ({ document }: ItemCall, key: ItemKey): DocumentItem => document.items[key] ?? emptyItem

// A check is of the words that were there: it stays only where neither they nor their source change.
function checkOf(
  { context }: ItemCall,
  before: DocumentItem,
  typed: { text: object; source: string; passage: string; isChecked: boolean; checkedBy: string },
): Pick<DocumentItem, 'checkedOn' | 'checkedBy'> {
  if (typed.isChecked) return { checkedOn: context.today, checkedBy: typed.checkedBy }
  const isSame =
    JSON.stringify(before.text) === JSON.stringify(typed.text) &&
    before.source === typed.source &&
    before.passage === typed.passage
  return isSame
    ? { checkedOn: before.checkedOn, checkedBy: before.checkedBy }
    : { checkedOn: null, checkedBy: '' }
}

function contradictions(item: DocumentItem, isChecked: boolean): FieldError[] {
  const errors: FieldError[] = []
  if (item.source === '' && (item.passage !== '' || item.sourceUrl !== '' || isChecked))
    errors.push(fieldError('source', 'briefs.error.source'))
  if (item.source !== '' && item.asOf === null) errors.push(fieldError('asOf', 'briefs.error.sourceDay'))
  if (isChecked && item.checkedBy === '') errors.push(fieldError('checkedBy', 'briefs.error.checkedBy'))
  if (item.asOf !== null && item.validUntil !== null && item.validUntil < item.asOf)
    errors.push(fieldError('validUntil', 'briefs.error.reversed'))
  return errors
}

function ItemFields({ call, itemKey }: { call: ItemCall; itemKey: ItemKey }) {
  const { reader, network, document } = call
  const { t } = reader
  const isTicked = useFilled('isChecked').values.includes('yes')
  return (
    <>
      <LocalizedField
        name="text"
        label={t('briefs.form.text')}
        hint={t('briefs.form.textHint')}
        languages={network.languages}
        text={document.items[itemKey]?.text ?? {}}
        max={longestItem}
        rows={3}
      />
      <div
        data-part="meter"
        data-address={paths.meter(reader, network.slug, call.head?.slug ?? '', itemKey)}
        aria-live="polite"
      />
      <Field name="source" label={t('briefs.form.source')} hint={t('briefs.form.sourceHint')} />
      <Field name="passage" label={t('briefs.form.passage')} hint={t('briefs.form.passageHint')} />
      <DayField name="asOf" label={t('briefs.form.asOf')} hint={t('briefs.form.asOfHint')} />
      <Choice
        type="checkbox"
        name="isChecked"
        option={{ value: 'yes', label: t('briefs.form.isChecked') }}
        isChosen={isTicked}
      />
      <Field name="checkedBy" label={t('briefs.form.checkedBy')} hint={t('briefs.form.checkedByHint')} />
      <MoreFields names={['sourceUrl', 'validUntil', 'line']} label={t('briefs.form.more')}>
        <Field name="sourceUrl" type="url" label={t('briefs.form.sourceUrl')} />
        <input type="hidden" name="sourceLanguage" value={itemOf(call, itemKey).sourceLanguage} />
        <DayField
          name="validUntil"
          label={t('briefs.form.validUntil')}
          hint={t('briefs.form.validUntilHint')}
        />
        <LocalizedField
          name="line"
          label={t('briefs.form.line')}
          hint={t('briefs.form.lineHint')}
          languages={network.languages}
          text={lineOf(document, network.id, itemKey)}
          max={longestLine}
          rows={2}
        />
      </MoreFields>
    </>
  )
}
