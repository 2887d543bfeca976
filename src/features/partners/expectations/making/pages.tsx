import type { FastifyInstance } from 'fastify'
import { organisationsOf } from '../../../../platform/context/actor.ts'
import { inTransaction } from '../../../../platform/database/transaction.ts'
import type { Application } from '../../../../platform/http/application.ts'
import { limits } from '../../../../platform/http/limits.ts'
import { noStore } from '../../../../platform/http/no-store.ts'
import { pagesOf, type Visit } from '../../../../platform/http/visit.ts'
import { compareNames } from '../../../../platform/i18n/formatters.ts'
import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import { type Reader, writtenLanguages } from '../../../../platform/i18n/reader.ts'
import { type FormState, fieldError, typedValue } from '../../../../platform/input/form.ts'
import { parameterOf } from '../../../../platform/input/parameters.ts'
import { notFound } from '../../../../platform/refusal.ts'
import { Choice, ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { Field } from '../../../../ui/form/field.tsx'
import { languageOptions } from '../../../../ui/form/language-options.ts'
import { useReader } from '../../../../ui/reader.tsx'
import {
  byOwnSide,
  type Choices,
  chosenId,
  countryName,
  type OrganisationRef,
  shortNames,
} from '../../../directory/index.ts'
import { addNetworkForm, listOrganisationRefs, OrganisationChoice } from '../../../directory/picking/index.ts'
import { loadNetworkRequest, type NetworkRequest } from '../../../networks/index.ts'
import { listMembers } from '../../members.queries.ts'
import { mayAdvise } from '../../policy.ts'
import { addExpectation, type NewExpectation } from '../commands.ts'
import { notifyAsked, notifyContact } from '../mails.ts'
import { paths } from '../paths.ts'
import { findLinkedExpectation } from '../queries.ts'
import { listRequests } from '../requests.queries.ts'
import { newExpectationForm } from './schema.ts'
import { TextFields } from './text-fields.tsx'

/** The form that states what an organisation expects. */
export function addMakingRoutes(app: FastifyInstance, application: Application): void {
  const pages = pagesOf(app, application, noStore)
  addNetworkForm(pages, '/:language/:network/expectations/new', {
    sending: { ...noStore, ...limits.mail },
    open: loadStatingRequest,
    title: 'partners.expectation.new',
    lead: 'partners.expectation.newLead',
    path: '/expectations/new',
    back: ({ reader, network }) => ({
      href: paths.list(reader, network.slug),
      label: reader.t('partners.expectations.title'),
    }),
    submit: 'partners.expectation.submit',
    values: ({ request, reader, addressable }) => {
      const to = parameterOf(request.query, 'to')
      return {
        language: reader.interfaceLanguage,
        confidentiality: 'network',
        asked: addressable.find(({ slug }) => slug === to)?.id ?? '',
      }
    },
    schema: ({ writing, addressable, isAdviser, own }) =>
      newExpectationForm(writing.today, {
        addressable: addressable.map(({ id }) => id),
        askers: isAdviser ? [] : own.map(({ id }) => id),
      }),
    pickers: ({ isAdviser }) => (isAdviser ? ['asker'] : []),
    fields: renderFields,
    save: async (visit, typed, choices) => {
      const { reader, network, isAdviser } = visit
      const { asked: askedId, own, consent, contactName, contactAddress, ...texts } = typed
      const askerId = (isAdviser ? chosenId(choices, 'asker') : own) ?? notFound('asker')
      if (askerId === askedId) return [fieldError('asked', 'partners.error.same')]
      const { slug, isNew } = await make(visit, {
        ...texts,
        networkId: network.id,
        askerId,
        askedId,
        contact: isAdviser && contactAddress !== '' ? { name: contactName, address: contactAddress } : null,
        isConsentGiven: consent !== '',
      })
      return paths.after(reader, network.slug, slug, isNew ? 'stated' : 'same')
    },
  })
}

function make(visit: StatingRequest, expectation: NewExpectation) {
  return inTransaction(visit.writing, async (writing) => {
    const made = await addExpectation(writing, expectation)
    // A second press: no mail goes out again.
    if (!made.isNew) return made
    const stored = await findLinkedExpectation(writing, visit.network.id, made.id)
    const notifying = { ...visit, writing }
    await notifyAsked(notifying, stored, 'addressed', await listRequests(writing, made.id))
    await notifyContact(notifying, stored)
    return made
  })
}

/** Who expects what of which member, until when, who reads it, and whether others may be asked. */
function renderFields(visit: StatingRequest, { values }: FormState, choices: Choices) {
  const { reader, network, isAdviser } = visit
  const { t } = reader
  return (
    <>
      <AskerFields {...visit} choices={choices} />
      <AddressedField {...visit} />
      <TextFields languages={network.languages} title={{}} text={{}} />
      {isAdviser ? <ContactFields /> : null}
      <LanguageField />
      <div class="field">
        <Choice
          name="consent"
          option={{
            value: 'yes',
            label: t('partners.consent.before'),
            hint: t('partners.consent.beforeHint'),
          }}
          type="checkbox"
          isChosen={typedValue(values, 'consent') !== ''}
        />
      </div>
    </>
  )
}

function AskerFields({ reader, network, isAdviser, own, choices }: StatingRequest & { choices: Choices }) {
  const { t } = reader
  if (isAdviser)
    return (
      <OrganisationChoice
        call={{ reader, network, form: `/${network.slug}/expectations/new` }}
        choices={choices}
        name="asker"
        label={t('partners.expectation.asker')}
        hint={t('partners.expectation.askerHint')}
        required
      />
    )
  const [only] = own
  if (own.length === 1 && only)
    return <p>{t('partners.expectation.askerIs', { organisation: nameOf(reader, only) })}</p>
  return (
    <ChoiceField
      name="own"
      label={t('partners.expectation.asker')}
      options={own.map((each) => ({ value: each.id, label: nameOf(reader, each) }))}
      required
    />
  )
}

function AddressedField({ reader, network, addressable }: StatingRequest) {
  const { t } = reader
  // More often than not, the addressed member is on the other side.
  const countries = byOwnSide(reader, network.countries).toReversed()
  const ordered = addressable.toSorted(
    (a, b) =>
      countries.indexOf(a.country) - countries.indexOf(b.country) ||
      compareNames(reader.interfaceLanguage, nameOf(reader, a), nameOf(reader, b)),
  )
  return (
    <ChoiceField
      name="asked"
      label={t('partners.expectation.asked')}
      hint={t('partners.expectation.askedHint')}
      options={ordered.map((each) => ({
        value: each.id,
        label: `${nameOf(reader, each)} – ${countryName(reader, each.country)}`,
      }))}
      isFolded
      required
    />
  )
}

function ContactFields() {
  const { t } = useReader()
  return (
    <fieldset class="part">
      <legend>{t('partners.expectation.contact')}</legend>
      <p class="field-hint">{t('partners.expectation.contactHint')}</p>
      <Field name="contactName" label={t('partners.contact.name')} autocomplete="off" />
      <Field name="contactAddress" label={t('partners.contact.address')} type="email" autocomplete="off" />
    </fieldset>
  )
}

function LanguageField() {
  const reader = useReader()
  return (
    <ChoiceField
      name="language"
      label={reader.t('partners.expectation.language')}
      options={languageOptions(reader, writtenLanguages(reader))}
      required
    />
  )
}

function nameOf(reader: Reader, organisation: OrganisationRef): string {
  return chooseName(shortNames(organisation), reader.language).text
}

interface StatingRequest extends NetworkRequest {
  /** States in the name of any organisation. */
  isAdviser: boolean
  /** The organisations that the reader speaks for. */
  own: OrganisationRef[]
  /** The members that may be addressed. */
  addressable: OrganisationRef[]
}

/** Loads the request for people who may state what an organisation expects; 404 for others. */
async function loadStatingRequest(visit: Visit): Promise<StatingRequest> {
  const loaded = await loadNetworkRequest(visit)
  const { writing, network } = loaded
  const isAdviser = mayAdvise(writing.actor, network.id)
  const refs = await listOrganisationRefs(writing, organisationsOf(writing.actor, network.id, ['member']))
  const own = [...refs.values()]
  if (!isAdviser && own.length === 0) notFound('expectations')
  const [only] = own
  const addressable = (await listMembers(writing, network.id)).filter(
    ({ id }) => isAdviser || own.length > 1 || id !== only?.id,
  )
  return { ...loaded, isAdviser, own, addressable }
}
