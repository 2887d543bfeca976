import { z } from 'zod'
import { newId } from '../../../platform/context/identifier.ts'
import { capitalized } from '../../../platform/i18n/capitalized.ts'
import { chooseText } from '../../../platform/i18n/localized-text.ts'
import type { PlainMessageKey } from '../../../platform/i18n/translate.ts'
import { type FieldError, fieldError, typedValues } from '../../../platform/input/form.ts'
import { parameterOf, parametersOf } from '../../../platform/input/parameters.ts'
import { languageOfLetters } from '../../../platform/input/text-input.ts'
import { emptyOf } from '../../../platform/records/fields/field.ts'
import { personalErrors } from '../../../platform/records/fields/public-text.ts'
import { inFormerOrder } from '../../../platform/records/former-order.ts'
import type { RecordPart } from '../../../platform/records/record-kind.ts'
import { recordPart, type TypedCall, type TypedPart } from '../../../platform/records/record-part.ts'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { ChoiceField } from '../../../ui/form/choice-field.tsx'
import { MoreFields } from '../../../ui/form/more-fields.tsx'
import { formOf } from '../../../ui/form/record-fields.tsx'
import { dayWords } from '../../../ui/text/date-words.ts'
import {
  choiceErrors,
  chosenId,
  countryName,
  listOrganisationsBySlug,
  readChoices,
} from '../../directory/index.ts'
import {
  listOrganisationRefs,
  OrganisationList,
  ownChoice,
  valuesOfChoice,
} from '../../directory/picking/index.ts'
import { lookUpElectionAhead } from './electoral-period.ts'
import {
  type PracticeDocument,
  practiceDocument,
  practiceFields,
  resultFields,
  transferFields,
} from './fields.ts'
import { listOfferedLinks, listOfferedPosts } from './offered.queries.ts'
import { missingIn, publications } from './practice.ts'
import { linkWords } from './sheet-words.ts'

type PracticeCall = TypedCall<PracticeDocument>

/** A form of a sheet as editing takes it. */
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

const wrongIf = (isWrong: boolean, field: string, key: PlainMessageKey): FieldError[] =>
  isWrong ? [fieldError(field, key)] : []

const holder = ownChoice({
  name: 'holder',
  label: 'practices.field.holder',
  hint: 'practices.form.holderHint',
  ended: 'practices.error.abolished',
})
const said = formOf(practiceFields, [
  'title',
  'themes',
  'problem',
  'done',
  'failedSaid',
  'failed',
  'nothingSaidAs',
])
const more = formOf(practiceFields, ['trades', 'period'])

/** A new sheet: whose practice, its words and themes. The rest is asked for on its own forms. */
export const newPracticeForm = practicePart({
  key: 'new',
  title: 'practices.form.new',
  lead: 'practices.form.newLead',
  reasonHint: 'practices.form.reasonHint',
  values: async (call) => ({
    ...said.values(call),
    ...more.values(call),
    ...valuesOfChoice(call.reader, 'holder', await holder.find(call)),
  }),
  // From the page of an exchange: whose practice it is, and what was said of it there.
  presets: async ({ context, reader, network }, query) => {
    const [body] = await listOrganisationsBySlug(context, parametersOf(query, 'holder').slice(0, 1))
    const title = parameterOf(query, 'title') ?? ''
    const language = languageOfLetters(title, network.languages) ?? reader.language
    return {
      ...(body ? valuesOfChoice(reader, 'holder', body) : {}),
      ...(title === '' ? {} : { [`title.${language}.text`]: title }),
    }
  },
  schema: (call) => said.schema(call).extend(more.schema(call).shape),
  write: async (call, typed, values) => {
    const { id: holderId, errors } = await holder.read(call, values)
    const whole = { ...withFailed(typed), holderId, knownOn: call.context.today }
    return withTyped(call, whole, [...errors, ...failedErrors(call, whole)])
  },
  form: async (call, shown) => (
    <>
      {await holder.form(call, shown.values)}
      {said.form(call)}
      <MoreFields names={['trades', 'period']} label={call.reader.t('practices.form.more')}>
        {more.form(call)}
      </MoreFields>
    </>
  ),
})

const aboutForm = practicePart({
  key: 'about',
  title: 'practices.form.about',
  lead: 'practices.form.aboutLead',
  words: ({ reader, document }) => chooseText(document.title, reader.language)?.text ?? '',
  ...formOf(practiceFields, ['title', 'themes', 'problem', 'done', 'trades', 'period']),
  write: (call, typed) => withTyped(call, typed),
})

/** What failed, or would be done otherwise: a sheet is not published without an answer. */
const failedForm = practicePart({
  key: 'failed',
  title: 'practices.form.failed',
  lead: 'practices.form.failedLead',
  words: ({ reader, document }) => reader.t(`practices.failed.${document.failedSaid}`),
  ...formOf(practiceFields, ['failedSaid', 'failed', 'nothingSaidAs']),
  write: (call, typed) => withTyped(call, withFailed(typed), failedErrors(call, withFailed(typed))),
})

/** Whoever writes what failed has answered that something did. */
const withFailed = <T extends Pick<PracticeDocument, 'failedSaid' | 'failed'>>(typed: T): T =>
  typed.failedSaid === 'not_said' && Object.keys(typed.failed).length > 0
    ? { ...typed, failedSaid: 'said' }
    : typed

function failedErrors(
  { network }: PracticeCall,
  { failedSaid, failed, nothingSaidAs }: Pick<PracticeDocument, 'failedSaid' | 'failed' | 'nothingSaidAs'>,
): FieldError[] {
  const isWritten = Object.keys(failed).length > 0
  const box = `failed.${network.languages[0] ?? 'en'}.text`
  return [
    ...wrongIf(failedSaid === 'said' && !isWritten, box, 'practices.error.failedWords'),
    ...wrongIf(failedSaid !== 'said' && isWritten, 'failedSaid', 'practices.error.failedSaid'),
    ...wrongIf(
      failedSaid === 'nothing' && nothingSaidAs === '',
      'nothingSaidAs',
      'practices.error.nothingSaidAs',
    ),
  ]
}

/** Cost and staff: that they are not public is an answer, too. */
const meansForm = practicePart({
  key: 'means',
  title: 'practices.form.means',
  lead: 'practices.form.meansLead',
  words: ({ reader, document }) => reader.t(`practices.said.${document.costSaid}`),
  ...formOf(practiceFields, [
    ...(['costSaid', 'costAmount', 'costCurrency', 'costYear', 'costCovers'] as const),
    ...(['staffSaid', 'staffFte', 'staffMonths'] as const),
  ]),
  write: (call, typed) => {
    const { costSaid, costAmount, costYear, staffSaid, staffFte } = typed
    return withTyped(call, typed, [
      ...wrongIf(costSaid === 'said' && costAmount === null, 'costAmount', 'ui.form.missing'),
      ...wrongIf(costSaid === 'said' && costYear === null, 'costYear', 'ui.form.missing'),
      ...wrongIf(
        costYear !== null && (costYear < 1900 || costYear > 2200),
        'costYear',
        'practices.error.number',
      ),
      ...wrongIf(costSaid !== 'said' && costAmount !== null, 'costSaid', 'practices.error.costSaid'),
      ...wrongIf(staffSaid === 'said' && staffFte === null, 'staffFte', 'ui.form.missing'),
      ...wrongIf(staffSaid !== 'said' && staffFte !== null, 'staffSaid', 'practices.error.costSaid'),
    ])
  },
})

const result = formOf(resultFields, ['measure', 'on', 'evidence'])

/** The result that is edited, or a new one, as a document of its own. */
function ofResult(call: PracticeCall) {
  const found = call.document.results.find(({ id }) => id === call.entryId)
  return { ...call, document: found ?? { ...emptyOf(resultFields), id: newId() } }
}

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
  values: (call) => result.values(ofResult(call)),
  schema: (call) => result.schema(ofResult(call)),
  write: (call, typed) => {
    const { id } = ofResult(call).document
    const others = call.document.results
    const at = others.findIndex((each) => each.id === id)
    const errors = personalErrors(typed)
    if (errors.length > 0) return errors
    const results = at < 0 ? [...others, { ...typed, id }] : others.with(at, { ...typed, id })
    return { ...call.document, results }
  },
  remove: ({ document, entryId }) => ({
    ...document,
    results: document.results.filter(({ id }) => id !== entryId),
  }),
  form: (call) => result.form(ofResult(call)),
})

const transfer = formOf(transferFields, ['needs', 'hinders'])

/** What is said of a country, as a document of its own. */
function ofCountry(call: PracticeCall, country: string) {
  const found = call.document.transfers.find(({ id }) => id === country)
  return { ...call, document: found ?? emptyOf(transferFields), prefix: `transfers.${country}.` }
}

/** What it needs in another country, and what would hinder it there. */
const transferForm = practicePart({
  key: 'transfer',
  title: 'practices.form.transfer',
  lead: 'practices.form.transferLead',
  words: ({ reader, document }) => document.transfers.map(({ id }) => countryName(reader, id)).join(', '),
  values: () => ({}),
  schema: (call) => {
    const of = (country: string) => transfer.schema(ofCountry(call, country)).default(emptyOf(transferFields))
    const each: Record<string, ReturnType<typeof of>> = Object.fromEntries(
      call.network.countries.map((country) => [country, of(country)]),
    )
    return z.object({ transfers: z.object(each).prefault({}) })
  },
  write: ({ network, document }, { transfers }) => {
    const errors = Object.entries(transfers).flatMap(([country, typed]) =>
      personalErrors(typed).map((error) => ({ ...error, field: `transfers.${country}.${error.field}` })),
    )
    if (errors.length > 0) return errors
    const others = document.transfers.filter(({ id }) => !network.countries.includes(id))
    const written = Object.entries(transfers).flatMap(([id, typed]) =>
      Object.values(typed).every((text) => Object.keys(text).length === 0) ? [] : [{ id, ...typed }],
    )
    return { ...document, transfers: [...others, ...written].toSorted((a, b) => (a.id < b.id ? -1 : 1)) }
  },
  form: (call) =>
    call.network.countries.map((country) => (
      <fieldset key={country}>
        <legend>{countryName(call.reader, country)}</legend>
        {transfer.form(ofCountry(call, country))}
      </fieldset>
    )),
})

const mostPartners = 20

/** With whom it was done, and the ties and events that it comes from. */
const withForm = practicePart({
  key: 'with',
  title: 'practices.form.with',
  lead: 'practices.form.withLead',
  lists: ['bodies'],
  words: ({ reader, document }) =>
    reader.t('practices.form.partnerCount', { count: document.partners.length }),
  values: async ({ context, reader, document }) => {
    const ids = document.partners.map(({ id }) => id)
    const refs = await listOrganisationRefs(context, ids)
    const partners = ids.map((id, index) => valuesOfChoice(reader, `bodies.${index}`, refs.get(id)))
    return Object.assign({ links: document.links.map(({ id }) => id) }, ...partners)
  },
  schema: () => z.object({ bodies: z.array(z.object({})).max(mostPartners).default([]) }),
  write: async (call, { bodies }, values) => {
    const { document } = call
    const names = bodies.map((_, index) => `bodies.${index}`)
    const choices = await readChoices(call.context, values, names)
    const errors = choiceErrors(choices)
    if (errors.length > 0) return errors
    const partners = new Set(names.flatMap((name) => chosenId(choices, name) ?? []))
    const offered = new Map((await listOfferedLinks(call)).map(({ id, kind }) => [id, { id, kind }]))
    const former = document.links.map(({ id }) => id)
    return {
      ...document,
      partners: [...partners].filter((id) => id !== document.holderId).map((id) => ({ id })),
      links: inFormerOrder(former, typedValues(values, 'links')).flatMap((id) => offered.get(id) ?? []),
    }
  },
  form: async (call, shown) => {
    const { reader, context } = call
    const { t } = reader
    const names = Array.from({ length: mostPartners }, (_, index) => `bodies.${index}`)
    const offered = await listOfferedLinks(call)
    return (
      <>
        <OrganisationList
          call={call}
          shown={shown}
          choices={await readChoices(context, shown.values, names)}
          name="bodies"
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

const reach = formOf(practiceFields, ['languages', 'licence', 'url'])

/** Which post answers for it, in which languages, and under which licence it is published. */
const contactForm = practicePart({
  key: 'contact',
  title: 'practices.form.contact',
  lead: 'practices.form.contactLead',
  words: async (call) =>
    (await postChoices(call)).find(({ value }) => value === call.document.contactId)?.label ?? '',
  values: (call) => ({ ...reach.values(call), contact: call.document.contactId ?? '' }),
  schema: (call) => reach.schema(call).extend({ contact: z.string().default('') }),
  write: async (call, { contact, ...typed }) => {
    const isOffered = (await postChoices(call)).some(({ value }) => value === contact)
    return withTyped(
      call,
      { ...typed, contactId: contact || null },
      wrongIf(contact !== '' && !isOffered, 'contact', 'ui.form.wrong'),
    )
  },
  form: async (call) => {
    const { t } = call.reader
    const posts = await postChoices(call)
    return (
      <>
        <ChoiceField
          name="contact"
          label={t('practices.field.contact')}
          hint={posts.length === 0 ? t('practices.form.noPosts') : undefined}
          options={[{ value: '', label: t('practices.form.noContact') }, ...posts]}
        />
        {reach.form(call)}
      </>
    )
  },
})

async function postChoices(call: PracticeCall) {
  const posts = await listOfferedPosts(call)
  return posts.map((post) => ({
    value: post.id,
    label: chooseText(post.function, call.reader.language)?.text ?? post.id,
  }))
}

const stateForm = practicePart({
  key: 'publication',
  title: 'practices.form.publication',
  lead: 'practices.form.publicationLead',
  words: ({ reader, document }) => reader.t(`practices.publication.${document.publication}`),
  ...formOf(practiceFields, ['publication']),
  write: ({ document }, typed) => {
    const missing = typed.publication === 'published' ? missingIn(document) : []
    return missing.length > 0
      ? missing.map((part) => fieldError('publication', `practices.missing.${part}`))
      : { ...document, ...typed }
  },
  form: async ({ reader, context, document }) => {
    const { t } = reader
    const missing = missingIn(document)
    const [body] = (await listOrganisationRefs(context, [document.holderId ?? []].flat())).values()
    const vote = body === undefined ? null : lookUpElectionAhead(body.country, context.today)
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
            // A proposal is refused with a reason, on its own page.
            .filter((each) => each !== (document.publication === 'proposed' ? 'withdrawn' : 'proposed'))
            .map((value) => ({
              value,
              label: capitalized(t(`practices.publication.${value}`), reader.interfaceLanguage),
            }))}
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
