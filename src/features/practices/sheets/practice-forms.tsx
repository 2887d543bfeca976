import { z } from 'zod'
import { organisationsOf } from '../../../platform/context/actor.ts'
import { chooseText } from '../../../platform/i18n/localized-text.ts'
import { optionalSaidDate } from '../../../platform/input/date-input.ts'
import { type FieldError, fieldError } from '../../../platform/input/form.ts'
import type { RecordPart } from '../../../platform/records/record-kind.ts'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { ChoiceField } from '../../../ui/form/choice-field.tsx'
import { DateField } from '../../../ui/form/date-field.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { MoreFields } from '../../../ui/form/more-fields.tsx'
import { formOf } from '../../../ui/form/record-fields.tsx'
import { dateToType, dayWords } from '../../../ui/text/date-words.ts'
import { choiceErrors, chosenId, readChoices } from '../../directory/index.ts'
import { listOrganisationRefs, OrganisationChoice, valuesOfChoice } from '../../directory/picking/index.ts'
import { lookUpElectionAhead } from './electoral-period.ts'
import { type PracticeDocument, practiceFields } from './fields.ts'
import { contactForm, meansForm, resultForm, transferForm, withForm } from './more-forms.tsx'
import { missingIn, publications } from './practice.ts'
import { type PracticeCall, practicePart, withTyped } from './practice-part.ts'

const about = formOf(practiceFields, ['title', 'themes', 'problem', 'done'])
const trade = formOf(practiceFields, ['trades'])
const _cost = formOf(practiceFields, ['costSaid', 'costAmount', 'costCurrency', 'costYear', 'costCovers'])
const _staff = formOf(practiceFields, ['staffSaid', 'staffFte', 'staffMonths'])
const failure = formOf(practiceFields, ['failedSaid', 'failed'])
const _reach = formOf(practiceFields, ['languages', 'licence'])
const state = formOf(practiceFields, ['publication'])

const periodSchema = ({ reader }: PracticeCall) => ({ period: optionalSaidDate(reader.interfaceLanguage) })
const periodValues = ({ reader, document: { period } }: PracticeCall) => ({
  period: period === null ? '' : dateToType(reader, period, null),
})

/** A new sheet: whose practice, its words and themes. The rest is asked for on its own forms. */
export const newPracticeForm = practicePart({
  key: 'new',
  title: 'practices.form.new',
  lead: 'practices.form.newLead',
  reasonHint: 'practices.form.reasonHint',
  values: async (call) => {
    const { context, reader, network } = call
    const [own] = organisationsOf(context.actor, network.id, ['member'])
    const refs = await listOrganisationRefs(context, own === undefined ? [] : [own])
    const holder = valuesOfChoice(reader, 'holder', own === undefined ? undefined : refs.get(own))
    return {
      ...about.values(call),
      ...trade.values(call),
      ...failure.values(call),
      ...periodValues(call),
      ...holder,
      failedSaid: 'not_said',
    }
  },
  schema: (call) =>
    about
      .schema(call)
      .extend({ ...trade.schema(call).shape, ...failure.schema(call).shape, ...periodSchema(call) }),
  write: async (call, { period, ...typed }, values) => {
    const { context } = call
    const choices = await readChoices(context, values, ['holder'])
    const picked = choices.get('holder')
    const errors = choiceErrors(choices)
    if (
      picked?.state === 'chosen' &&
      picked.organisation.validUntil !== null &&
      picked.organisation.validUntil <= context.today
    )
      errors.push(fieldError('holder.name', 'practices.error.abolished'))
    const said = withTyped(call, { ...typed, period: period?.edtf ?? null }, [
      ...errors,
      ...failedErrors(call, typed),
    ])
    return Array.isArray(said)
      ? said
      : { ...said, holderId: chosenId(choices, 'holder'), knownOn: context.today }
  },
  form: async (call, shown) => (
    <>
      <OrganisationChoice
        call={call}
        choices={await readChoices(call.context, shown.values, ['holder'])}
        name="holder"
        label={call.reader.t('practices.field.holder')}
        hint={call.reader.t('practices.form.holderHint')}
        required
      />
      {about.form(call)}
      {failure.form(call)}
      <MoreFields names={['trades', 'period']} label={call.reader.t('practices.form.more')}>
        {trade.form(call)}
        <DateField name="period" label={call.reader.t('practices.field.period')} />
      </MoreFields>
    </>
  ),
})

const aboutForm = practicePart({
  key: 'about',
  title: 'practices.form.about',
  lead: 'practices.form.aboutLead',
  words: ({ reader, document }) => chooseText(document.title, reader.language)?.text ?? '',
  values: (call) => ({ ...about.values(call), ...trade.values(call), ...periodValues(call) }),
  schema: (call) => about.schema(call).extend({ ...trade.schema(call).shape, ...periodSchema(call) }),
  write: (call, { period, ...typed }) => withTyped(call, { ...typed, period: period?.edtf ?? null }),
  form: (call) => (
    <>
      {about.form(call)}
      {trade.form(call)}
      <DateField name="period" label={call.reader.t('practices.field.period')} />
    </>
  ),
})

/** What failed, or would be done otherwise: a sheet is not published without an answer. */
const failedForm = practicePart({
  key: 'failed',
  title: 'practices.form.failed',
  lead: 'practices.form.failedLead',
  words: ({ reader, document }) => reader.t(`practices.failed.${document.failedSaid}`),
  values: (call) => ({ ...failure.values(call), nothingSaidAs: call.document.nothingSaidAs }),
  schema: (call) => failure.schema(call).extend({ nothingSaidAs: z.string().trim().max(120).default('') }),
  write: (call, typed) => withTyped(call, typed, failedErrors(call, typed)),
  form: (call) => (
    <>
      {failure.form(call)}
      <Field
        name="nothingSaidAs"
        label={call.reader.t('practices.field.nothingSaidAs')}
        hint={call.reader.t('practices.form.nothingSaidAsHint')}
      />
    </>
  ),
})

function failedErrors(
  { network }: PracticeCall,
  {
    failedSaid,
    failed,
    nothingSaidAs = '',
  }: Pick<PracticeDocument, 'failedSaid' | 'failed'> & { nothingSaidAs?: string },
): FieldError[] {
  const isWritten = Object.values(failed).some(({ text }) => text !== '')
  if (failedSaid === 'said' && !isWritten)
    return [fieldError(`failed.${network.languages[0] ?? 'en'}.text`, 'practices.error.failedWords')]
  if (failedSaid !== 'said' && isWritten) return [fieldError('failedSaid', 'practices.error.failedSaid')]
  if (failedSaid === 'nothing' && nothingSaidAs === '')
    return [fieldError('failedSaid', 'practices.error.nothingSaidAs')]
  return []
}

const stateForm = practicePart({
  key: 'publication',
  title: 'practices.form.publication',
  lead: 'practices.form.publicationLead',
  words: ({ reader, document }) => reader.t(`practices.publication.${document.publication}`),
  ...state,
  write: (call, typed) => {
    const document = { ...call.document, ...typed }
    const missing = missingIn(document)
    return typed.publication === 'published' && missing.length > 0
      ? missing.map((part) => fieldError('publication', `practices.missing.${part}`))
      : document
  },
  form: async ({ reader, context, document }) => {
    const { t } = reader
    const missing = missingIn(document)
    const [holder] = (await listOrganisationRefs(context, [document.holderId ?? []].flat())).values()
    const vote = holder === undefined ? null : lookUpElectionAhead(holder.country, context.today)
    return (
      <>
        {missing.length === 0 ? null : (
          <Notice>
            <p>{t('practices.missing.title')}</p>
            <ul>
              {missing.map((part) => (
                <li key={part}>{t(`practices.missing.${part}`)}</li>
              ))}
            </ul>
          </Notice>
        )}
        {vote === null ? null : (
          <Notice kind="warning">{t('practices.notice.election', { day: dayWords(reader, vote) })}</Notice>
        )}
        <ChoiceField
          name="publication"
          label={t('practices.field.publication')}
          options={publications
            .filter((each) => each !== 'published' || missing.length === 0)
            .map((value) => ({ value, label: t(`practices.publication.${value}`) }))}
          required
        />
      </>
    )
  },
})

/** The forms of a sheet, in the order in which they are offered. */
export const practiceParts: readonly RecordPart[] = [
  aboutForm,
  failedForm,
  resultForm,
  meansForm,
  transferForm,
  withForm,
  contactForm,
  stateForm,
]
