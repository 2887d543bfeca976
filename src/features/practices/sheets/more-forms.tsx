import { z } from 'zod'
import { newId } from '../../../platform/context/identifier.ts'
import { chooseText } from '../../../platform/i18n/localized-text.ts'
import { optionalSaidDate } from '../../../platform/input/date-input.ts'
import { fieldError, typedValues } from '../../../platform/input/form.ts'
import { localizedText, optionalWebAddress } from '../../../platform/input/text-input.ts'
import { personalErrors } from '../../../platform/records/fields/public-text.ts'
import { inFormerOrder } from '../../../platform/records/former-order.ts'
import { ChoiceField } from '../../../ui/form/choice-field.tsx'
import { DateField } from '../../../ui/form/date-field.tsx'
import { Field } from '../../../ui/form/field.tsx'
import { LocalizedField } from '../../../ui/form/localized-field.tsx'
import { formOf } from '../../../ui/form/record-fields.tsx'
import { dateToType, dayWords } from '../../../ui/text/date-words.ts'
import { choiceErrors, chosenId, countryName, readChoices } from '../../directory/index.ts'
import { listOrganisationRefs, OrganisationList, valuesOfChoice } from '../../directory/picking/index.ts'
import { practiceFields } from './fields.ts'
import { linkWords } from './link-words.ts'
import { listOfferedLinks, listOfferedPosts } from './offered.queries.ts'
import { practicePart, withTyped } from './practice-part.ts'

const _about = formOf(practiceFields, ['title', 'themes', 'problem', 'done'])
const _trade = formOf(practiceFields, ['trades'])
const cost = formOf(practiceFields, ['costSaid', 'costAmount', 'costCurrency', 'costYear', 'costCovers'])
const staff = formOf(practiceFields, ['staffSaid', 'staffFte', 'staffMonths'])
const _failure = formOf(practiceFields, ['failedSaid', 'failed'])
const reach = formOf(practiceFields, ['languages', 'licence'])
const _state = formOf(practiceFields, ['publication'])

/** Cost and staff: that they are not public is an answer, too. */
export const meansForm = practicePart({
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
export const resultForm = practicePart({
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
export const transferForm = practicePart({
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
export const withForm = practicePart({
  key: 'with',
  title: 'practices.form.with',
  lead: 'practices.form.withLead',
  lists: ['bodies'],
  words: ({ reader, document }) =>
    reader.t('practices.form.partnerCount', { count: document.partners.length }),
  values: async ({ context, reader, document }) => {
    const refs = await listOrganisationRefs(
      context,
      document.partners.map(({ id }) => id),
    )
    const partners = document.partners.map(({ id }, index) =>
      valuesOfChoice(reader, `bodies.${index}`, refs.get(id)),
    )
    return Object.assign({ links: document.links.map(({ id }) => id) }, ...partners)
  },
  schema: () => z.object({ bodies: z.array(z.object({})).max(mostPartners).default([]) }),
  write: async (call, { bodies }, values) => {
    const { document } = call
    const names = bodies.map((_, index) => `bodies.${index}`)
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

/** Which post answers for it, in which languages, and under which licence it is published. */
export const contactForm = practicePart({
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
