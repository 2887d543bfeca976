import { z } from 'zod'
import { organisationsOf } from '../../../platform/context/actor.ts'
import { newId } from '../../../platform/context/identifier.ts'
import { chooseText } from '../../../platform/i18n/localized-text.ts'
import { optionalSaidDate } from '../../../platform/input/date-input.ts'
import { type FieldError, fieldError, typedValues } from '../../../platform/input/form.ts'
import { localizedText, optionalWebAddress } from '../../../platform/input/text-input.ts'
import { personalErrors } from '../../../platform/records/fields/public-text.ts'
import { inFormerOrder } from '../../../platform/records/former-order.ts'
import type { RecordPart } from '../../../platform/records/record-kind.ts'
import { recordPart, type TypedCall, type TypedPart } from '../../../platform/records/record-part.ts'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { ChoiceField } from '../../../ui/form/choice-field.tsx'
import { DateField } from '../../../ui/form/date-field.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { LocalizedField } from '../../../ui/form/localized-field.tsx'
import { MoreFields } from '../../../ui/form/more-fields.tsx'
import { formOf } from '../../../ui/form/record-fields.tsx'
import { dateToType, dayWords } from '../../../ui/text/date-words.ts'
import { choiceErrors, chosenId, countryName, readChoices } from '../../directory/index.ts'
import {
  listOrganisationRefs,
  OrganisationChoice,
  OrganisationList,
  valuesOfChoice,
} from '../../directory/picking/index.ts'
import { type PracticeDocument, practiceDocument, practiceFields } from './fields.ts'
import { linkWords, listOfferedLinks, listOfferedPosts } from './offered.queries.ts'
import { publications } from './practice.ts'

type PracticeCall = TypedCall<PracticeDocument>

const about = formOf(practiceFields, ['title', 'themes', 'problem', 'done'])
const trade = formOf(practiceFields, ['trades'])
const cost = formOf(practiceFields, ['costSaid', 'costAmount', 'costCurrency', 'costYear', 'costCovers'])
const staff = formOf(practiceFields, ['staffSaid', 'staffFte', 'staffMonths'])
const failure = formOf(practiceFields, ['failedSaid', 'failed'])
const reach = formOf(practiceFields, ['languages', 'licence'])
const state = formOf(practiceFields, ['publication'])

function practicePart<S extends z.ZodType>(part: TypedPart<PracticeDocument, S>): RecordPart {
  return recordPart((document) => practiceDocument.parse(document), part)
}

/** The document with what was typed, unless its texts say how a person is reached, or something else is wrong. */
function withTyped(
  { document }: PracticeCall,
  typed: Partial<PracticeDocument>,
  others: readonly FieldError[] = [],
): PracticeDocument | FieldError[] {
  const errors = [...personalErrors(typed), ...others]
  return errors.length > 0 ? errors : { ...document, ...typed }
}

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

/** Cost and staff: that they are not public is an answer, too. */
const meansForm = practicePart({
  key: 'means',
  title: 'practices.form.means',
  lead: 'practices.form.meansLead',
  words: ({ reader, document }) => reader.t(`practices.said.${document.costSaid}`),
  values: (call) => ({ ...cost.values(call), ...staff.values(call) }),
  schema: (call) => cost.schema(call).extend(staff.schema(call).shape),
  write: (call, typed) => {
    const errors = [
      ...(typed.costSaid === 'said' && typed.costAmount === null
        ? [fieldError('costAmount', 'ui.form.missing')]
        : []),
      ...(typed.costSaid === 'said' && typed.costYear === null
        ? [fieldError('costYear', 'ui.form.missing')]
        : []),
      ...(typed.costYear !== null && (typed.costYear < 1900 || typed.costYear > 2200)
        ? [fieldError('costYear', 'practices.error.number')]
        : []),
      ...(typed.costSaid !== 'said' && typed.costAmount !== null
        ? [fieldError('costSaid', 'practices.error.costSaid')]
        : []),
      ...(typed.staffSaid === 'said' && typed.staffFte === null
        ? [fieldError('staffFte', 'ui.form.missing')]
        : []),
      ...(typed.staffSaid !== 'said' && typed.staffFte !== null
        ? [fieldError('staffSaid', 'practices.error.costSaid')]
        : []),
    ]
    return withTyped(call, typed, errors)
  },
  form: (call) => (
    <>
      {cost.form(call)}
      {staff.form(call)}
    </>
  ),
})

const longestMeasure = 300

/** What came of it, each with its measure, its date and what shows it. */
const resultForm = practicePart({
  key: 'results',
  title: 'practices.form.results',
  lead: 'practices.form.resultsLead',
  entries: ({ reader, document }) =>
    document.results.map(({ id, measure, on }) => ({
      id,
      title: chooseText(measure, reader.language)?.text ?? id,
      note: on === null ? '' : dayWords(reader, on),
    })),
  values: ({ reader, document, entryId }) => {
    const found = document.results.find(({ id }) => id === entryId)
    return { on: found?.on ? dateToType(reader, found.on, null) : '', evidence: found?.evidence ?? '' }
  },
  schema: ({ reader, document, entryId }) =>
    z.object({
      measure: localizedText({
        max: longestMeasure,
        isRequired: true,
        previous: document.results.find(({ id }) => id === entryId)?.measure ?? {},
      }),
      on: optionalSaidDate(reader.interfaceLanguage),
      evidence: optionalWebAddress,
    }),
  write: (call, { measure, on, evidence }) => {
    const { document, entryId } = call
    const result = { id: entryId ?? newId(), measure, on: on?.edtf ?? null, evidence: evidence ?? '' }
    const isNew = document.results.every(({ id }) => id !== entryId)
    const results = isNew
      ? [...document.results, result]
      : document.results.map((each) => (each.id === entryId ? result : each))
    const errors = personalErrors({ measure })
    return errors.length > 0 ? errors : { ...document, results }
  },
  remove: ({ document, entryId }) => ({
    ...document,
    results: document.results.filter(({ id }) => id !== entryId),
  }),
  form: ({ reader, network, document, entryId }) => (
    <>
      <LocalizedField
        name="measure"
        label={reader.t('practices.field.measure')}
        hint={reader.t('practices.form.measureHint')}
        languages={network.languages}
        text={document.results.find(({ id }) => id === entryId)?.measure ?? {}}
        max={longestMeasure}
        required
      />
      <DateField name="on" label={reader.t('practices.field.on')} />
      <Field name="evidence" type="url" label={reader.t('practices.field.evidence')} />
    </>
  ),
})

const longestCondition = 600

/** What it needs in another country, and what would hinder it there. */
const transferForm = practicePart({
  key: 'transfer',
  title: 'practices.form.transfer',
  lead: 'practices.form.transferLead',
  words: ({ reader, document }) => document.transfers.map(({ id }) => countryName(reader, id)).join(', '),
  values: () => ({}),
  schema: ({ network, document }) =>
    z.object({
      transfers: z
        .object(
          Object.fromEntries(
            network.countries.map((country) => {
              const previous = document.transfers.find(({ id }) => id === country)
              return [
                country,
                z
                  .object({
                    needs: localizedText({ max: longestCondition, previous: previous?.needs ?? {} }),
                    hinders: localizedText({ max: longestCondition, previous: previous?.hinders ?? {} }),
                  })
                  .prefault({}),
              ]
            }),
          ),
        )
        .prefault({}),
    }),
  write: ({ network, document }, { transfers }) => {
    const errors = Object.entries(transfers).flatMap(([country, said]) =>
      personalErrors(said).map((error) => ({ ...error, field: `transfers.${country}.${error.field}` })),
    )
    if (errors.length > 0) return errors
    const others = document.transfers.filter(({ id }) => !network.countries.includes(id))
    const said = Object.entries(transfers).flatMap(([id, { needs, hinders }]) =>
      Object.keys(needs).length + Object.keys(hinders).length === 0 ? [] : [{ id, needs, hinders }],
    )
    return { ...document, transfers: [...others, ...said].toSorted((a, b) => (a.id < b.id ? -1 : 1)) }
  },
  form: ({ reader, network, document }) =>
    network.countries.map((country) => {
      const said = document.transfers.find(({ id }) => id === country)
      return (
        <fieldset key={country}>
          <legend>{countryName(reader, country)}</legend>
          {(['needs', 'hinders'] as const).map((name) => (
            <LocalizedField
              key={name}
              name={`transfers.${country}.${name}`}
              label={reader.t(`practices.field.${name}`)}
              languages={network.languages}
              text={said?.[name] ?? {}}
              max={longestCondition}
            />
          ))}
        </fieldset>
      )
    }),
})

const mostPartners = 20

/** With whom it was done, and the ties and events that it comes from. */
const withForm = practicePart({
  key: 'with',
  title: 'practices.form.with',
  lead: 'practices.form.withLead',
  lists: ['partners'],
  words: ({ reader, document }) =>
    reader.t('practices.form.partnerCount', { count: document.partners.length }),
  values: async ({ context, reader, document }) => {
    const refs = await listOrganisationRefs(
      context,
      document.partners.map(({ id }) => id),
    )
    const partners = document.partners.map(({ id }, index) =>
      valuesOfChoice(reader, `partners.${index}`, refs.get(id)),
    )
    return Object.assign({ links: document.links.map(({ id }) => id) }, ...partners)
  },
  schema: () => z.object({ partners: z.array(z.object({})).max(mostPartners).default([]) }),
  write: async (call, { partners }, values) => {
    const { document } = call
    const names = partners.map((_, index) => `partners.${index}`)
    const choices = await readChoices(call.context, values, names)
    const errors = choiceErrors(choices)
    if (errors.length > 0) return errors
    const ids = new Set(names.flatMap((name) => chosenId(choices, name) ?? []))
    const offered = await listOfferedLinks(call)
    const ticked = typedValues(values, 'links').filter((id) => offered.some((each) => each.id === id))
    const order = inFormerOrder(
      document.links.map(({ id }) => id),
      ticked,
    )
    return {
      ...document,
      partners: [...ids].filter((id) => id !== document.holderId).map((id) => ({ id })),
      links: order.flatMap((id) => {
        const found = offered.find((each) => each.id === id)
        return found ? [{ id, kind: found.kind }] : []
      }),
    }
  },
  form: async (call, shown) => {
    const { reader, context } = call
    const { t } = reader
    const names = Array.from({ length: mostPartners }, (_, index) => `partners.${index}`)
    const offered = await listOfferedLinks(call)
    return (
      <>
        <OrganisationList
          call={call}
          shown={shown}
          choices={await readChoices(context, shown.values, names)}
          name="partners"
          label={t('practices.field.partners')}
          hint={t('practices.form.partnersHint')}
          titleOf={(index) => t('practices.form.partner', { number: String(index + 1) })}
          addLabel={t('practices.form.addPartner')}
          organisationLabel={t('practices.field.organisation')}
        >
          {() => null}
        </OrganisationList>
        {offered.length === 0 ? null : (
          <ChoiceField
            name="links"
            label={t('practices.field.links')}
            options={offered.map((each) => ({ value: each.id, label: linkWords(reader, each) }))}
            multiple
          />
        )}
      </>
    )
  },
})

/** Which post answers for it, in which languages, and under which licence it is published. */
const contactForm = practicePart({
  key: 'contact',
  title: 'practices.form.contact',
  lead: 'practices.form.contactLead',
  words: async (call) => {
    const post = (await listOfferedPosts(call)).find(({ id }) => id === call.document.contactId)
    return post ? (chooseText(post.function, call.reader.language)?.text ?? '') : ''
  },
  values: (call) => ({
    ...reach.values(call),
    contact: call.document.contactId ?? '',
    url: call.document.url,
  }),
  schema: (call) =>
    reach
      .schema(call)
      .extend({ contact: z.union([z.literal(''), z.uuid()]).default(''), url: optionalWebAddress }),
  write: async (call, { contact, url, ...typed }) => {
    const isOffered = (await listOfferedPosts(call)).some(({ id }) => id === contact)
    if (contact !== '' && !isOffered) return [fieldError('contact', 'ui.form.wrong')]
    return { ...call.document, ...typed, contactId: contact === '' ? null : contact, url: url ?? '' }
  },
  form: async (call) => {
    const { t, language } = call.reader
    const posts = await listOfferedPosts(call)
    return (
      <>
        <ChoiceField
          name="contact"
          label={t('practices.field.contact')}
          hint={posts.length === 0 ? t('practices.form.noPosts') : undefined}
          options={[
            { value: '', label: t('practices.form.noContact') },
            ...posts.map((post) => ({
              value: post.id,
              label: chooseText(post.function, language)?.text ?? post.id,
            })),
          ]}
        />
        {reach.form(call)}
        <Field name="url" type="url" label={t('practices.field.url')} />
      </>
    )
  },
})

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
  form: ({ reader, document }) => {
    const { t } = reader
    const missing = missingIn(document)
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

/** What a sheet lacks before it is published. */
export function missingIn(document: Pick<PracticeDocument, 'problem' | 'done' | 'failedSaid'>) {
  const isEmpty = (text: PracticeDocument['title']) => Object.keys(text).length === 0
  return [
    ...(isEmpty(document.problem) ? ['problem' as const] : []),
    ...(isEmpty(document.done) ? ['done' as const] : []),
    ...(document.failedSaid === 'not_said' ? ['failed' as const] : []),
  ]
}

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
